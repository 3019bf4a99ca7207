package labo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./labo}, as its user starts it. */
final class Command {
    private static final double NANOS_PER_MS = 1e6;
    private static final String TERMINAL_SIZE = "stty rows 24 cols 80; exec ";

    private final Path home;

    /** @param home the project's folder, built */
    Command(Path home) {
        this.home = home;
    }

    /** Runs it to its end; what it says is not looked at, but it must end as it should. */
    void run(int expected, String... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        int code = process.waitFor();
        if (code != expected) {
            throw new IllegalStateException("labo " + String.join(" ", arguments) + " ended with " + code);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(home.resolve("labo").toString()));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Starts the prompt in a pseudo-terminal of 80 by 24, and ends it once it can be typed at.
     *
     * @param state an empty folder, for a new learner's state
     * @param awaited what the first screen ends with
     * @return the milliseconds from the start to it
     */
    double untilPrompt(Path state, String awaited) throws IOException {
        long start = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qec", TERMINAL_SIZE + "'" + home.resolve("labo") + "'", "/dev/null");
        builder.environment().putAll(Map.of("XDG_STATE_HOME", state.toString(), "LC_ALL", "C.UTF-8", "TERM", "xterm"));
        Process process = builder.redirectErrorStream(true).start();
        try {
            readUntil(process.getInputStream(), awaited);
            return (System.nanoTime() - start) / NANOS_PER_MS;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void readUntil(InputStream in, String awaited) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            if (seen.indexOf(awaited) >= 0) {
                return;
            }
        }
        throw new IllegalStateException("the prompt did not come: " + seen);
    }
}
