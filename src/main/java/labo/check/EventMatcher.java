package labo.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.lesson.EventPattern;
import labo.observe.Call;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Tells whether an event is what a pattern describes. */
public final class EventMatcher {
    private EventMatcher() {}

    /** The events of the timeline that the pattern describes, in order. */
    public static Stream<Event> matching(EventPattern pattern, Timeline timeline) {
        return timeline.events().stream().filter(event -> matches(pattern, event, timeline.facts()));
    }

    /** Whether the pattern describes the event, observed where {@code facts} says. */
    public static boolean matches(EventPattern pattern, Event event, Facts facts) {
        return sees(pattern, event, facts) && outcomeFits(pattern, event) && detailFits(pattern, event);
    }

    /** Whether the event is of the pattern's view and kind, whatever its details and outcome. */
    static boolean sees(EventPattern pattern, Event event, Facts facts) {
        return event.kind().equals(pattern.kind()) && inView(pattern.view(), event, facts);
    }

    private static boolean inView(EventPattern.View view, Event event, Facts facts) {
        return switch (view) {
            case CALL -> isCall(event, facts.traced() ? Source.KERNEL : Source.CODE);
            case CODE ->
                isCall(event, Source.CODE)
                        || event instanceof Entered
                        || event instanceof Raised
                        || event instanceof Evaluated;
            case PEER -> event instanceof PeerEvent;
            case PACKET -> event instanceof Packet;
            case PROGRAM -> event instanceof ProgramEvent || event instanceof Evaluated;
        };
    }

    private static boolean isCall(Event event, Source source) {
        return event instanceof Call call && call.source() == source;
    }

    private static boolean outcomeFits(EventPattern pattern, Event event) {
        return switch (pattern.outcome()) {
            case ANY -> true;
            case SUCCESS -> succeeded(event);
            case FAILURE -> !succeeded(event);
        };
    }

    private static boolean succeeded(Event event) {
        if (event instanceof Call call) {
            return call.succeeded();
        }
        if (event instanceof Evaluated evaluated) {
            return evaluated.exception() == null;
        }
        return !(event instanceof PeerEvent peer) || peer.succeeded();
    }

    private static boolean detailFits(EventPattern pattern, Event event) {
        Map<String, Object> detail = event.detail();
        return pattern.with().entrySet().stream()
                .allMatch(wanted -> accepts(wanted.getKey(), wanted.getValue(), detail.get(wanted.getKey())));
    }

    private static boolean accepts(String name, List<String> wanted, @Nullable Object actual) {
        return actual != null
                && wanted.stream().map(value -> normal(name, value)).anyMatch(normal(name, actual.toString())::equals);
    }

    /**
     * The value in the one form that stands for all its spellings: Python's empty host and the kernel's {@code 0.0.0.0}
     * are every IPv4 address of the machine, and flags come in any order.
     */
    private static String normal(String name, String value) {
        return switch (name) {
            case "address" -> value.isEmpty() ? "0.0.0.0" : value;
            case "flags" -> Arrays.stream(value.strip().split("\\s+")).sorted().collect(Collectors.joining(" "));
            default -> value;
        };
    }
}
