package labo.check;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Ending;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Timeline;

/** Timelines that the checks' tests share. */
final class Timelines {
    static final Facts TRACED = new Facts("docker", true, false, "10.7.0.11", "10.7.0.12");
    static final Facts CAPTURED = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
    static final Facts LOCAL = new Facts("local", false, false, "127.0.0.1", "127.0.0.1");
    static final Timeline EMPTY = of(TRACED);

    private Timelines() {}

    static Timeline of(Facts facts, Event... events) {
        return new Timeline(facts, Ending.of(Ending.How.EXITED), List.of(events));
    }

    /** The same observation, and these events. */
    static Timeline with(Timeline timeline, Event... more) {
        List<Event> events = new ArrayList<>(timeline.events());
        events.addAll(List.of(more));
        return new Timeline(timeline.facts(), timeline.ending(), events);
    }

    /** The same events, seen elsewhere. */
    static Timeline seenBy(Facts facts, Timeline timeline) {
        return new Timeline(facts, timeline.ending(), timeline.events());
    }

    /** The same events, ended in another way. */
    static Timeline ended(Ending ending, Timeline timeline) {
        return new Timeline(timeline.facts(), ending, timeline.events());
    }
}
