package labo.app;

/** What the process's exit code says. */
final class ExitCode {
    /** Passed, or the command did its work. */
    static final int DONE = 0;
    /** Graded, and not passed; or the course has findings. */
    static final int NOT_PASSED = 1;
    /** Bad usage or bad input: nothing was changed. */
    static final int USAGE = 2;
    /** It could not be judged, or done, on this machine as it is. */
    static final int ENVIRONMENT = 3;
    /** Ended by Ctrl-C: 128 and the signal's number, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
