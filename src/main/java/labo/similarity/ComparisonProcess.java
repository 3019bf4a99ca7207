package labo.similarity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The process that compares: its arguments are the threshold and three paths. Started by {@link Comparison}. */
public final class ComparisonProcess {
    /** Python nests, and its parser recurses, deeper than a thread's usual stack. */
    private static final long STACK = 32L << 20;

    private ComparisonProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        double threshold = Double.parseDouble(arguments[0]);
        Path programs = Path.of(arguments[1]);
        Path given = Path.of(arguments[2]);
        Path result = Path.of(arguments[3]);
        Thread worker = new Thread(null, () -> compare(threshold, programs, given, result), "compare", STACK);
        worker.start();
        worker.join();
    }

    private static void compare(double threshold, Path programs, Path given, Path result) {
        try {
            new ObjectMapper().writeValue(result.toFile(), new Comparer(threshold).compare(programs, given));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
