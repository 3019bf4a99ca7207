package labo.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of the same thing, in milliseconds. */
final class Samples {
    private static final double NANOS_PER_MS = 1e6;

    private final List<Double> times = new ArrayList<>();

    /** Something to measure. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Does it once, and keeps how long it took. */
    void take(Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        add((System.nanoTime() - start) / NANOS_PER_MS);
    }

    void add(double ms) {
        times.add(ms);
    }

    /** The middle one, or the mean of the middle two. */
    double median() {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** {@code 52 ms (48 to 71, n=10)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f ms (%.0f to %.0f, n=%d)",
                median(),
                Collections.min(times),
                Collections.max(times),
                times.size());
    }
}
