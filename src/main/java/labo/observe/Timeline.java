package labo.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that was seen while one scenario was played, in order of time. Immutable: every judgement is a pure
 * function of it.
 *
 * @param facts where and how it was observed
 * @param ending how the observation ended
 * @param events in order of {@link Event#time()}
 */
public record Timeline(Facts facts, Ending ending, List<Event> events) {
    public Timeline {
        events = inOrder(events);
    }

    private static List<Event> inOrder(List<Event> events) {
        List<Event> ordered = new ArrayList<>(CodeLines.attach(events));
        ordered.sort(Comparator.comparingDouble(Event::time));
        return List.copyOf(ordered);
    }

    /** The events of one type, in order. */
    public <E extends Event> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** When the observation began: the time of the first event, or 0 if there is none. */
    public double start() {
        return events.isEmpty() ? 0 : events.get(0).time();
    }

    /** The calls that judgements rest on: the kernel's where it was traced, else the interpreter's. */
    public List<Call> calls() {
        Source trusted = facts.traced() ? Source.KERNEL : Source.CODE;
        return all(Call.class).filter(call -> call.source() == trusted).toList();
    }

    /** The trusted calls of one kind. */
    public List<Call> calls(CallKind kind) {
        return calls().stream().filter(call -> call.is(kind)).toList();
    }

    /** The first trusted call of one kind that succeeded. */
    public Optional<Call> firstSuccess(CallKind kind) {
        return calls(kind).stream().filter(Call::succeeded).findFirst();
    }

    /** The calls as the learner's code made them, also those that raised before they reached the kernel. */
    public List<Call> codeCalls() {
        return all(Call.class).filter(call -> call.source() == Source.CODE).toList();
    }

    /** What machine B did and saw. */
    public List<PeerEvent> peer() {
        return all(PeerEvent.class).toList();
    }

    /** What machine B did or saw of one kind. */
    public List<PeerEvent> peer(String kind) {
        return peer().stream().filter(event -> event.is(kind)).toList();
    }

    /** The names of machine B's endpoints that received something or were opened, in order. */
    public List<String> endpoints() {
        return peer().stream().map(PeerEvent::as).distinct().toList();
    }

    /** All octets that machine B's endpoint received, in order. */
    public Octets receivedBy(String as) {
        return Octets.join(peer().stream()
                .filter(event -> event.as().equals(as) && (event.is("receive") || event.is("recvfrom")))
                .flatMap(event -> Stream.ofNullable(event.data()))
                .toList());
    }

    /** All that the program wrote on stdout, or on stderr. */
    public Octets output(boolean error) {
        return Octets.join(all(ProgramEvent.Wrote.class)
                .filter(wrote -> wrote.error() == error)
                .map(ProgramEvent.Wrote::data)
                .toList());
    }

    /** How the program ended, if it did. */
    public Optional<ProgramEvent.Exited> exit() {
        return all(ProgramEvent.Exited.class).reduce((first, last) -> last);
    }

    /** The first limit that the program hit, if it hit one. */
    public Optional<ProgramEvent.LimitHit> limit() {
        return all(ProgramEvent.LimitHit.class).findFirst();
    }

    /** The first exception that nobody caught, if there was one. */
    public Optional<Raised> uncaught() {
        return all(Raised.class).findFirst();
    }

    /** What the source says, if it could be read. */
    public Optional<Scan> scan() {
        return all(Scan.class).findFirst();
    }

    /** The same observation without the events that match. */
    public Timeline without(Predicate<Event> match) {
        return new Timeline(
                facts, ending, events.stream().filter(match.negate()).toList());
    }
}
