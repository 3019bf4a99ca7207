package labo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import labo.machine.docker.MachineImage;

/**
 * An engine that a test may break, with a small disk, in a network of its own. Root and Linux are needed. However this JVM
 * ends, nothing of it is left: see {@code private-engine.sh}.
 */
public final class PrivateEngine implements AutoCloseable {
    private static final Path SCRIPT = Path.of("src/test/resources/labo/engine/private-engine.sh");
    private static final String OURS = "label=labo.pid";
    private static final String GHOST = "|Dead";
    private static final String KEPT = "labo-kept:1";

    /** Reached only by a failure. */
    private static final long PATIENCE_S = 60;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path folder;
    private final String image = new MachineImage(Path.of("grader")).tag();
    private final Process script;
    private final BufferedReader answers;
    private final BufferedWriter commands;

    /** What can be done to it. */
    public enum Deed {
        /** It starts, and answers. */
        START,
        /** It ends as a service does that is stopped: it ends its containers first. */
        STOP,
        /** It dies, and its containers with nobody to look after them. */
        KILL,
        /** Its disk is full to the last octet. */
        FILL,
        /** There is room again on its disk. */
        FREE,
        /** A firewall stops every packet from one of its containers to another. */
        WALL,
        /** It lets them pass again. */
        UNWALL
    }

    private PrivateEngine(Path folder) throws IOException {
        this.folder = folder;
        script = new ProcessBuilder("sh", SCRIPT.toAbsolutePath().toString(), folder.toString())
                .redirectError(folder.resolve("script.log").toFile())
                .start();
        answers = script.inputReader(StandardCharsets.UTF_8);
        commands = script.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts one that has the machines' image, copied from the engine of this machine.
     *
     * @param folder empty, of a short name: the way to a socket has 107 octets at most
     */
    public static PrivateEngine start(Path folder) throws Exception {
        PrivateEngine engine = new PrivateEngine(folder);
        engine.hear("disk");
        engine.does(Deed.START);
        engine.copyImage();
        engine.docker("tag", engine.image, KEPT);
        return engine;
    }

    private void copyImage() throws Exception {
        List<Process> pipeline = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder("docker", "save", image),
                new ProcessBuilder("docker", "--host", address(), "load")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)));
        for (Process process : pipeline) {
            assertThat(process.waitFor()).as("copy of %s", image).isZero();
        }
    }

    /** Where it listens, as DOCKER_HOST names it. */
    public String address() {
        return "unix://" + folder.resolve("engine.sock");
    }

    /** Does that to it; returns when it is done. */
    public void does(Deed deed) throws IOException {
        commands.write(deed.name().toLowerCase(Locale.ROOT) + "\n");
        commands.flush();
        hear(deed.name());
    }

    private void hear(String what) throws IOException {
        assertThat(answers.readLine())
                .as("%s: %s%s", what, logged("script.log"), logged("engine.log"))
                .isEqualTo("ok");
    }

    private String logged(String name) throws IOException {
        Path log = folder.resolve(name);
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Takes the image away, also from under those who use it. */
    public void removeImage() throws Exception {
        docker("rmi", "--force", image);
    }

    /** Puts the image back. */
    public void restoreImage() throws Exception {
        docker("tag", KEPT, image);
    }

    /** The lines that its client says; fails where it does. */
    public List<String> docker(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker", "--host", address()));
        command.addAll(List.of(arguments));
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as("%s: %s", command, said).isZero();
        return said.lines().toList();
    }

    /** Whether a process whose command line ends like that runs on it, in a container or beside them. */
    public boolean runs(String end) {
        return process(end).isPresent();
    }

    /** Kills the process whose command line ends like that. */
    public void kill(String end) {
        assertThat(process(end)).as(end).get().matches(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> process(String end) {
        return script.descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith(end))
                        .isPresent())
                .findFirst();
    }

    /**
     * The labs' containers that run or once ran on it. An engine that was killed over a removal may go on listing, as dead and
     * without a name, what it has no longer.
     */
    private List<String> machines() throws Exception {
        return docker("ps", "--all", "--format", "{{.Names}}|{{.Status}}", "--filter", OURS).stream()
                .filter(line -> !line.equals(GHOST))
                .toList();
    }

    /** Waits until no container and no network of a lab is left; an engine takes a moment to put one away. */
    public void awaitNothingLeft() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!machines().isEmpty() || !networks().isEmpty()) {
            assertThat(System.nanoTime())
                    .as("%s, %s are left", machines(), networks())
                    .isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private List<String> networks() throws Exception {
        return docker("network", "ls", "--format", "{{.Name}}", "--filter", OURS);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            script.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            script.destroyForcibly();
        }
    }
}
