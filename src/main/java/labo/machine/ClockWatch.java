package labo.machine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices when somebody sets the clock that events are stamped by. Their order is read off that clock: an observation over
 * which it was set is worth nothing. A clock that is only made to run faster or slower is no matter.
 */
final class ClockWatch {
    private static final long SLACK_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private final LongSupplier wall;
    private final LongSupplier monotonic;
    private final Span begin;

    /** By how much the one clock is ahead of the other: between these, whatever held this thread up meanwhile. */
    private record Span(long least, long most) {}

    /**
     * Begins to watch.
     *
     * @param wall the clock that can be set, in nanoseconds
     * @param monotonic one that cannot, in nanoseconds
     */
    ClockWatch(LongSupplier wall, LongSupplier monotonic) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.begin = now();
    }

    private Span now() {
        long before = monotonic.getAsLong();
        long time = wall.getAsLong();
        long after = monotonic.getAsLong();
        return new Span(time - after, time - before);
    }

    /** Whether the clock has been set since. */
    boolean wasSet() {
        Span end = now();
        return end.most() < begin.least() - SLACK_NS || end.least() > begin.most() + SLACK_NS;
    }
}
