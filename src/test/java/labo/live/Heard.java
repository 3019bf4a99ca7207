package labo.live;

import java.util.ArrayList;
import java.util.List;
import labo.lesson.Step;
import labo.observe.Event;

/** What a listener heard. Thread-safe. */
final class Heard implements LiveListener {
    private final List<Event> events = new ArrayList<>();
    private final List<String> prepared = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();

    @Override
    public synchronized void event(Event event) {
        events.add(event);
    }

    @Override
    public synchronized void prepares(String statement) {
        prepared.add(statement);
    }

    @Override
    public synchronized void done(Step.Live step) {
        done.add(step.id());
    }

    @Override
    public synchronized void ended(End end) {
        ends.add(end);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<String> prepared() {
        return List.copyOf(prepared);
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }

    synchronized List<End> ends() {
        return List.copyOf(ends);
    }
}
