package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One command of the lab, in a JVM of its own, whose temporary files go into a folder of its own. */
final class LaboProcess implements AutoCloseable {
    /** Reached only by a failure. */
    private static final long PATIENCE_S = 90;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String LOCK = "labo-sockets.lock";

    private final Path temporary;
    private final Path out;
    private final Path err;
    private final Process process;

    /**
     * @param folder where what it writes is kept
     * @param environment added to this JVM's
     */
    LaboProcess(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        temporary = Files.createTempDirectory(folder, "tmp");
        out = Files.createTempFile(folder, "labo", ".out");
        err = Files.createTempFile(folder, "labo", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Djava.io.tmpdir=" + temporary,
                "-Dlabo.home=" + RealLabo.HOME,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TMPDIR", temporary.toString());
        process = builder.start();
    }

    /**
     * Waits until it has ended; what it said, every space an ordinary one, and its exit code. Nothing is left among its temporary
     * files.
     */
    RealLabo.Outcome ended() throws Exception {
        assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(leftovers()).isEmpty();
        return new RealLabo.Outcome(process.exitValue(), read(out), read(err));
    }

    /** The names of its temporary files, but for the one by which local labs take turns: it stays. */
    private List<String> leftovers() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(LOCK))
                    .toList();
        }
    }

    /** Waits until that is so, while it runs. */
    void await(String what, Happening happening) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!happening.hasHappened()) {
            assertThat(process.isAlive()).as("%s: %s", what, said()).isTrue();
            assertThat(System.nanoTime()).as("%s: %s", what, said()).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    /** Something that nobody tells of: it is looked for again and again. */
    interface Happening {
        boolean hasHappened() throws Exception;
    }

    /** All that it said until now. */
    String said() throws IOException {
        return read(err) + read(out);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace('\u00a0', ' ');
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
