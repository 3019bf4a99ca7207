package labo.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import labo.observe.Event;

/**
 * What both machines have shown since an interpreter started, as it arrived, and a bell that rings at each event. What
 * has not been told yet can be taken in true order. Thread-safe.
 */
final class Sightings {
    private final List<Event> events = new ArrayList<>();
    private final List<Event> untold = new ArrayList<>();
    private long rings;

    synchronized void add(Event event) {
        events.add(event);
        untold.add(event);
        ring();
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
    synchronized boolean awaitRing(long heard, long ms) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        while (rings == heard) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    synchronized int size() {
        return events.size();
    }

    synchronized List<Event> since(int mark) {
        return List.copyOf(events.subList(mark, events.size()));
    }

    synchronized boolean any(Predicate<Event> match) {
        return events.stream().anyMatch(match);
    }

    synchronized long count(Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }

    synchronized boolean hasUntold() {
        return !untold.isEmpty();
    }

    /**
     * Takes, in true order, what has not been told.
     *
     * @param mark how many events had arrived when both machines were last asked: when they have answered, whatever
     *     happened before the last of these is here. What happened later stays, for something earlier may still come
     */
    synchronized List<Event> tell(int mark) {
        double latest =
                events.subList(0, mark).stream().mapToDouble(Event::time).max().orElse(Double.NEGATIVE_INFINITY);
        List<Event> told = new ArrayList<>(
                untold.stream().filter(event -> event.time() <= latest).toList());
        untold.removeAll(told);
        told.sort(Comparator.comparingDouble(Event::time));
        return told;
    }
}
