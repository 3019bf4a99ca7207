package labo.machine.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import labo.machine.LabException;

/**
 * A Python interpreter that can run the agents.
 *
 * @param command how it is started: its program, and the options that choose it
 */
public record Python(List<String> command) {
    private static final List<List<String>> CANDIDATES =
            List.of(List.of("python3"), List.of("python"), List.of("py", "-3"));
    /** Tells where it is, past whatever stands before it on the search path: a version manager's script costs each start. */
    private static final String RECENT_ENOUGH =
            "import sys; print(sys.executable or ''); sys.exit(0 if sys.version_info >= (3, 8) else 1)";

    private static final String TELL_VERSION = "import platform; print(platform.python_version())";
    private static final long DEADLINE_S = 20;

    public Python {
        command = List.copyOf(command);
    }

    /**
     * The first interpreter of this machine's search path that is recent enough: 3.8 or later.
     *
     * @throws LabException {@code NO_PYTHON} if there is none
     */
    public static Python find() throws LabException, InterruptedException {
        return first(CANDIDATES)
                .orElseThrow(() -> new LabException(
                        LabException.Fault.NO_PYTHON, "none of " + CANDIDATES + " is a Python of 3.8 or later"));
    }

    static Optional<Python> first(List<List<String>> candidates) throws InterruptedException {
        for (List<String> candidate : candidates) {
            Optional<Python> python = new Python(candidate).ifRecentEnough();
            if (python.isPresent()) {
                return python;
            }
        }
        return Optional.empty();
    }

    /** Its version, as it says itself: {@code 3.11.2}; empty if it does not. */
    public Optional<String> version() throws InterruptedException {
        return said(TELL_VERSION);
    }

    /** The command line of this interpreter with more arguments. */
    List<String> with(List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        return line;
    }

    private Optional<Python> ifRecentEnough() throws InterruptedException {
        return said(RECENT_ENOUGH).map(place -> place.isBlank() ? this : new Python(List.of(place)));
    }

    /** The first line that a short program prints; empty if it does not end well. */
    private Optional<String> said(String program) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(with(List.of("-I", "-S", "-c", program)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notFound) {
            return Optional.empty();
        }
        try {
            // A line is no more than the pipe holds: it can be read once the process has ended.
            boolean well = process.waitFor(DEADLINE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
            return well ? process.inputReader(StandardCharsets.UTF_8).lines().findFirst() : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
