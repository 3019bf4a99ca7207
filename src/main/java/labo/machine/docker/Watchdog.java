package labo.machine.docker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import labo.machine.LabException;

/**
 * A small process that outlives this JVM by a moment, however this JVM ends, and removes what it left: containers vanish by
 * themselves when their stdin ends, but networks do not. It waits at the end of a pipe that the system closes for us.
 */
public final class Watchdog implements AutoCloseable {
    private static final int ALL_IS_GONE = 'd';

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    /**
     * Starts a watchdog for what {@code owner} will make.
     *
     * @return nothing if this system starts no process: then what a killed JVM leaves is swept at the next start
     */
    static Optional<Watchdog> start(Owner owner) {
        List<String> command = new ArrayList<>();
        if (!isWindows()) {
            // Ctrl-C and a closed terminal are sent to us both, and it has work to do then. A JVM leaves alone the
            // signals that it finds ignored.
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP TERM QUIT; exec \"$@\"", "labo-watchdog"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                absoluteClassPath(),
                Watchdog.class.getName(),
                owner.host(),
                Long.toString(owner.pid()),
                Long.toString(owner.start())));
        try {
            return Optional.of(new Watchdog(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .directory(new File(System.getProperty("java.io.tmpdir")))
                    .start()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** All is gone already: it ends without a glance at the engine. */
    @Override
    public void close() {
        try (OutputStream toWatchdog = process.getOutputStream()) {
            toWatchdog.write(String.valueOf((char) ALL_IS_GONE).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It has ended before us: then there is nobody to tell.
        }
    }

    /**
     * The watchdog's own life.
     *
     * @param arguments the owner: host, process number, start
     */
    public static void main(String[] arguments) throws IOException, LabException, InterruptedException {
        Owner owner = new Owner(arguments[0], Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        InputStream fromLab = System.in;
        if (fromLab.read() != ALL_IS_GONE) {
            try (Engine engine = Engine.find()) {
                new Sweeper(engine.client()).sweep(owner::equals);
            }
        }
    }
}
