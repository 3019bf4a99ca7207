package labo.app;

import java.net.URISyntaxException;
import java.nio.file.Path;
import labo.report.Texts;

/** The process: gives the command line the real world, and exits with its code. */
public final class Main {
    /** The engine's client's own threads. */
    private static final String STREAM = "docker-java-";

    /** Where JLine looks for its native library, in a folder for each system and processor. */
    private static final String LINE_EDITOR_LIBRARY = "library.jline.path";

    private Main() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(Main::end);
        Terminal terminal = Terminals.system(System.getProperties(), System.getenv());
        Path home = home();
        // Where it finds none there, JLine writes a copy of its own, which a killed process leaves behind.
        System.getProperties()
                .putIfAbsent(LINE_EDITOR_LIBRARY, nativeLibraries(home).toString());
        Texts texts = new Texts("labo.app.messages");
        World world = new World(home, Path.of("").toAbsolutePath(), System.getenv(), terminal, new Wiring(home, texts));
        System.exit(new Cli(world, texts).run(arguments));
    }

    private static Path nativeLibraries(Path home) {
        return home.resolve("target/native/org/jline/nativ").toAbsolutePath();
    }

    /** A stream to an engine that went away is told by who waits for it, and in French. */
    private static void end(Thread thread, Throwable failure) {
        if (!thread.getName().startsWith(STREAM)) {
            failure.printStackTrace();
        }
    }

    /** The project's folder: what the launcher says, or where the jar's folder {@code target} is. */
    private static Path home() {
        String given = System.getProperty("labo.home");
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path program = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolve("..").resolve("..").normalize();
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
