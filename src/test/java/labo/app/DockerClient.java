package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The engine's own client, as a person would use it. */
final class DockerClient {
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
        return "label=labo.pid=" + ProcessHandle.current().pid();
    }
}
