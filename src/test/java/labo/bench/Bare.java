package labo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import labo.lesson.Scenario;

/** The program and its exchange as plain processes: what nothing can be faster than. */
final class Bare {
    private static final long PATIENCE_S = 10;

    private final String python;
    private final Path program;
    private final int port;

    /** @param python the interpreter itself, not a script that finds it */
    Bare(String python, Path program, int port) {
        this.python = python;
        this.program = program;
        this.port = port;
    }

    void run(Scenario scenario) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(python, program.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Exchange exchange = new Exchange(port)) {
            exchange.play(scenario.script());
            if (!server.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the bare server did not end: " + scenario.id());
            }
        } finally {
            server.destroyForcibly();
        }
    }
}
