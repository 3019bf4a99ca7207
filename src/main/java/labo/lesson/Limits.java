package labo.lesson;

import java.util.Map;

/**
 * What a learner's program may use in one scenario.
 *
 * @param wallMs milliseconds of real time
 * @param cpuMs milliseconds of processor time
 * @param memoryBytes of data memory
 * @param processes processes and threads at once
 * @param files open files at once
 * @param outputBytes on stdout and stderr together
 * @param fileBytes in one file written
 */
public record Limits(
        long wallMs, long cpuMs, long memoryBytes, int processes, int files, long outputBytes, long fileBytes) {
    /** Generous for any right program: only a faulty one reaches them. */
    public static final Limits DEFAULT = new Limits(20_000, 5_000, 192L << 20, 48, 128, 1L << 20, 8L << 20);

    /** By the names of {@code grader/PROTOCOL.md}. */
    public Map<String, Long> byName() {
        return Map.of(
                "wallMs", wallMs,
                "cpuMs", cpuMs,
                "memoryBytes", memoryBytes,
                "processes", (long) processes,
                "files", (long) files,
                "outputBytes", outputBytes,
                "fileBytes", fileBytes);
    }
}
