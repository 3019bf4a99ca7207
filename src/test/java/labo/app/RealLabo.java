package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import labo.lesson.Course;
import labo.report.Texts;

/** The whole program in this JVM, wired as {@link Main} wires it, on the project's own course. */
public final class RealLabo {
    /** The project's folder: where the tests are run. */
    static final Path HOME = Path.of("").toAbsolutePath();

    static final Path SOLUTIONS = HOME.resolve("solutions");

    private static final Texts TEXTS = new Texts("labo.app.messages");

    private RealLabo() {}

    /** What a command said, and its exit code. */
    record Outcome(int code, String out, String err) {
        /** The report on stdout. */
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    static Backstage backstage() {
        return new Wiring(HOME, TEXTS);
    }

    static Course course() {
        return backstage().course(HOME.resolve("lessons"));
    }

    /** Fails where there is no engine, or no image can be built. */
    public static void prepare() {
        Outcome outcome = run(HOME, "preparer");
        assertThat(outcome.code()).as("labo preparer: %s", outcome.err()).isZero();
    }

    /** Runs one command, as typed in {@code directory} with its output sent to a file. */
    static Outcome run(Path directory, String... arguments) {
        return run(HOME, directory, backstage(), arguments);
    }

    /** The same, with that behind the commands. */
    static Outcome run(Path home, Path directory, Backstage backstage, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false,
                false,
                false,
                true,
                80);
        World world = new World(home, directory, Map.of(), terminal, backstage);
        int code = new Cli(world, TEXTS).run(arguments);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
