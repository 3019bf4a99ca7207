package labo.app;

import java.util.List;

/**
 * Why a command stops, told to people at the edge: the text {@code key} says what happened, {@code key.why} why, and
 * {@code key.do} what to do.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String key;
    private final transient List<Object> arguments;

    private Problem(int exitCode, String key, List<Object> arguments) {
        super(key + " " + arguments);
        this.exitCode = exitCode;
        this.key = key;
        this.arguments = arguments;
    }

    /** Bad usage or bad input: nothing was changed. */
    static Problem usage(String key, Object... arguments) {
        return new Problem(ExitCode.USAGE, key, List.of(arguments));
    }

    /** This machine, as it is, cannot do it. */
    static Problem environment(String key, Object... arguments) {
        return new Problem(ExitCode.ENVIRONMENT, key, List.of(arguments));
    }

    Problem causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    int exitCode() {
        return exitCode;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
