package labo.catalog;

import java.util.Comparator;

/**
 * Something to put right in a course.
 *
 * @param file relative to the folder that was read, with {@code /}
 * @param line from 1
 * @param message French
 */
public record Finding(String file, int line, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line).thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** As compilers print it: {@code file:line: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
