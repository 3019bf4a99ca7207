package labo.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import labo.observe.Event;

/** The events of both machines as they arrive, and a bell that rings at each. Thread-safe. */
final class Recording implements Consumer<Event> {
    private final List<Event> events = new ArrayList<>();
    private long rings;
    private Predicate<Event> wanted = event -> true;

    @Override
    public synchronized void accept(Event event) {
        if (wanted.test(event)) {
            events.add(event);
            ring();
        }
    }

    /** From now on, these events alone are kept: what the lab's own clearing up causes is nobody's doing. */
    synchronized void only(Predicate<Event> kept) {
        wanted = kept;
    }

    /** Wakes whoever waits. */
    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** How often the bell has rung. */
    synchronized long rings() {
        return rings;
    }

    /**
     * Waits until the bell has rung more often than that.
     *
     * @return false if it has not after {@code ms} milliseconds
     */
    synchronized boolean awaitRing(long seen, long ms) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        while (rings == seen) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** How many events there are by now. */
    synchronized int size() {
        return events.size();
    }

    /** Whether such an event is there, the first {@code from} left out. */
    synchronized boolean any(int from, Predicate<Event> match) {
        return events.stream().skip(from).anyMatch(match);
    }

    synchronized long count(Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }

    synchronized List<Event> all() {
        return List.copyOf(events);
    }
}
