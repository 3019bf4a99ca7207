package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The engine's own client, as a person would use it. */
final class DockerClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DockerClient() {}

    /** The lines that it says; fails where it does. */
    static List<String> run(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as("%s", command).isZero();
        return said.lines().toList();
    }

    /** Ids of the containers that this JVM started. */
    static List<String> ourContainers() throws Exception {
        return run("ps", "-aq", "--no-trunc", "--filter", ours());
    }

    /** Ids of the networks that this JVM made. */
    static List<String> ourNetworks() throws Exception {
        return run("network", "ls", "-q", "--filter", ours());
    }

    private static String ours() {
        return labelOf(ProcessHandle.current().pid());
    }

    /** Waits until no container and no network of that process is left: what outlives it puts them away. */
    static void awaitNothingOf(long pid) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> left;
        do {
            assertThat(System.nanoTime()).as("left of %d", pid).isLessThan(deadline);
            left = new ArrayList<>(run("ps", "-aq", "--filter", labelOf(pid)));
            left.addAll(run("network", "ls", "-q", "--filter", labelOf(pid)));
        } while (!left.isEmpty());
    }

    private static String labelOf(long pid) {
        return "label=labo.pid=" + pid;
    }
}
