package labo.diagnose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Ending;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A failed check, and what was observed: what every misconception looks at.
 *
 * @param exercise what was asked
 * @param check the first check that failed in this scenario, without names left in it
 * @param timeline what was observed in it
 * @param program the name of the learner's file that is run
 */
public record Case(Exercise exercise, CheckSpec check, Timeline timeline, String program) {
    /** Exceptions that an honest program catches in its normal course. */
    private static final Set<String> HARMLESS =
            Set.of("BlockingIOError", "InterruptedError", "TimeoutError", "KeyboardInterrupt");

    boolean server() {
        return exercise.role() == Exercise.Role.SERVER;
    }

    boolean client() {
        return exercise.role() == Exercise.Role.CLIENT;
    }

    boolean tcp() {
        return exercise.transport() == Exercise.Transport.TCP;
    }

    /** What the source says; an empty scan where it could not be read. */
    Scan scan() {
        return timeline.scan()
                .orElseGet(() -> new Scan(
                        0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        false, null));
    }

    /** When the program was started. */
    double start() {
        return timeline.all(ProgramEvent.Started.class)
                .mapToDouble(Event::time)
                .findFirst()
                .orElse(timeline.start());
    }

    /** When the observation ended. */
    double end() {
        List<Event> events = timeline.events();
        return events.isEmpty() ? 0 : events.get(events.size() - 1).time();
    }

    /** The exception that stopped the program; if none did, the first one that it hid. */
    Optional<Fault> fault() {
        return uncaught().or(this::swallowed);
    }

    private Optional<Fault> uncaught() {
        return timeline.uncaught()
                .map(raised -> new Fault(
                        raised.time(),
                        raised.exception(),
                        raised.message(),
                        raised.line(),
                        raisedBy(raised.exception(), raised.line()),
                        false));
    }

    private @Nullable Call raisedBy(String exception, @Nullable CodeLine line) {
        return timeline.codeCalls().stream()
                .filter(call -> exception.equals(call.exception()) && Objects.equals(line, call.line()))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private Optional<Fault> swallowed() {
        return timeline.codeCalls().stream()
                .flatMap(call -> Stream.ofNullable(call.exception())
                        .filter(exception -> !HARMLESS.contains(exception))
                        .map(exception -> new Fault(
                                call.time(), exception, Objects.toString(call.message(), ""), call.line(), call, true)))
                .findFirst();
    }

    /** The calls of that kind that succeeded, by the trusted source. */
    List<Call> successes(CallKind kind) {
        return timeline.calls(kind).stream().filter(Call::succeeded).toList();
    }

    boolean did(CallKind kind) {
        return !successes(kind).isEmpty();
    }

    /** Whether the call is on a socket that accept made. */
    boolean onConnection(Call call) {
        return sameSource(call, CallKind.ACCEPT)
                .anyMatch(accept -> call.on(accept.arguments().accepted()));
    }

    /** Whether the call is on a socket that talks with the other side: that accept made, or that connected. */
    boolean onConversation(Call call) {
        return onConnection(call) || sameSource(call, CallKind.CONNECT).anyMatch(connect -> connect.on(call.socket()));
    }

    /** The successful calls of that kind by the source of this one: each source numbers the sockets in its own way. */
    private Stream<Call> sameSource(Call call, CallKind kind) {
        return timeline.all(Call.class)
                .filter(other -> other.source() == call.source() && other.is(kind) && other.succeeded());
    }

    /** Whether the program ever talked with the other side. */
    boolean conversed() {
        return did(CallKind.ACCEPT) || did(CallKind.CONNECT);
    }

    /** Calls that received at least one octet. */
    List<Call> receptions() {
        return successes(CallKind.RECV).stream()
                .filter(call -> lengthOf(call) > 0)
                .toList();
    }

    /** Just after the last call that brought something: a client, octets, or a server's answer to connect. */
    double lastMet() {
        return timeline.calls().stream()
                .filter(call -> call.succeeded()
                        && (call.is(CallKind.CONNECT) || call.is(CallKind.ACCEPT) || call.is(CallKind.RECV)))
                .mapToDouble(call -> Math.nextUp(call.end()))
                .reduce((first, last) -> last)
                .orElseGet(this::end);
    }

    /** Whether the program ended by itself, and no exception or limit ended it. */
    boolean leftByItself() {
        return timeline.ending().is(Ending.How.EXITED)
                && timeline.uncaught().isEmpty()
                && timeline.limit().isEmpty()
                && timeline.exit().filter(exit -> !exit.stopped()).isPresent();
    }

    /** Whether the call asked something of the kernel: Python itself had nothing against its arguments. */
    static boolean reachedKernel(Call call) {
        return call.exception() == null || call.errno() != null;
    }

    /** How many octets went in or out; 0 where nobody said. */
    static int lengthOf(Call call) {
        Integer length = call.arguments().length();
        Long result = call.result();
        return length != null ? length : result != null ? Math.toIntExact(result) : 0;
    }

    /** The first of B's endpoints that was connected to the program, if one was. */
    Optional<String> connected() {
        return timeline.peer().stream()
                .filter(event -> (event.is("connect") || event.is("accept")) && event.succeeded())
                .map(labo.observe.PeerEvent::as)
                .findFirst();
    }

    /** The first octets that the program itself could have sent: what a check wants B to receive, if it does. */
    Optional<Octets> wantedReply() {
        return check.expectation() instanceof Expectation.Received received
                ? payload(received.match()).map(payload -> Octets.of(payload.octets()))
                : Optional.empty();
    }

    /** The name of B's endpoint that the failed check is about, if it is about what B received. */
    Optional<String> wantedBy() {
        return check.expectation() instanceof Expectation.Received received
                ? Optional.of(received.by())
                : Optional.empty();
    }

    static Optional<Payload> payload(OctetMatch match) {
        if (match instanceof OctetMatch.Exact exact) {
            return Optional.of(exact.payload());
        }
        return match instanceof OctetMatch.Contains contains ? Optional.of(contains.payload()) : Optional.empty();
    }

    /** Whether the failed check is about what the program received. */
    boolean aboutTaken() {
        return check.expectation() instanceof Expectation.Taken;
    }

    /** Whether the failed check is about what the program wrote. */
    boolean aboutOutput() {
        return check.expectation() instanceof Expectation.Wrote || check.expectation() instanceof Expectation.Said;
    }

    /** Whether the exercise asks for one and the same reply to whatever arrives. */
    boolean wantsOneReply() {
        return exercise.texts().containsKey("reply");
    }

    /** All octets that the program received. */
    Octets taken() {
        return Octets.join(receptions().stream()
                .flatMap(call -> Stream.ofNullable(call.arguments().data()))
                .toList());
    }

    /** Whether what should have been written is what was received, and not something made of it. */
    boolean shouldShowWhatCame() {
        return check.expectation() instanceof Expectation.Wrote wrote
                && payload(wrote.match())
                        .filter(payload -> taken().contains(Octets.of(payload.octets())))
                        .isPresent();
    }

    /** Whether the failed check is about how the program ended. */
    boolean aboutEnding() {
        return check.expectation() instanceof Expectation.Ended;
    }

    /** Whether the failed check is about machine B seeing the end of the connection. */
    boolean aboutPeerEnd() {
        return (check.expectation() instanceof Expectation.Happened happened && isPeerEnd(happened.pattern()))
                || (check.expectation() instanceof Expectation.InOrder order
                        && order.patterns().stream().allMatch(Case::isPeerEnd));
    }

    private static boolean isPeerEnd(EventPattern pattern) {
        return pattern.view() == EventPattern.View.PEER && pattern.kind().equals("end");
    }

    /** Whether the failed check is about what machine B got of the program. */
    boolean aboutReception() {
        return wantedBy().isPresent()
                || (check.expectation() instanceof Expectation.Happened happened
                        && happened.pattern().view() == EventPattern.View.PEER
                        && happened.pattern().kind().equals("recvfrom"));
    }

    /** The last call that received, before that moment. */
    Optional<Call> lastReceptionBefore(double time) {
        return receptions().stream().filter(call -> call.end() <= time).reduce((first, last) -> last);
    }

    /** Whether neither machine could go on, or the program waits for what no longer comes. */
    boolean waiting() {
        return timeline.ending().is(Ending.How.STUCK) || timeline.ending().is(Ending.How.WAITING);
    }

    /** Whether a thread of the program was still in that call. */
    boolean waitsIn(String call) {
        return waiting() && timeline.ending().waitsIn(call);
    }

    /** The last call that the program began and may not have finished. */
    Optional<Entered> lastEntered() {
        return timeline.all(Entered.class).reduce((first, last) -> last);
    }

    /** The line of the last call that the program began. */
    @Nullable
    CodeLine lastEnteredLine() {
        return lastEntered().map(Entered::line).orElse(null);
    }

    /** The first place in the source that calls that method. */
    Optional<Scan.Invocation> writes(String method) {
        return scan().calls().stream()
                .filter(call -> call.method().equals(method))
                .findFirst();
    }

    /** A place in the learner's program. */
    CodeLine line(int number) {
        return new CodeLine(program, number);
    }
}
