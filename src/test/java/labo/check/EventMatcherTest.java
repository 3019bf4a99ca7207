package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventMatcherTest {
    private static final Timeline SERVER = TimelineBuilder.program("server.py")
            .refused(CallKind.BIND, 3, 1, "10.9.9.9", 8888, "EADDRNOTAVAIL", "OSError")
            .bind(4, 1, "0.0.0.0", 8888)
            .raises(CallKind.SEND, 5, 2, "TypeError", "a bytes-like object is required")
            .entered(6, "accept")
            .stdout("prêt\n")
            .peer("receive", "c1", "Salut")
            .build();

    private static EventPattern pattern(View view, String kind, Outcome outcome, String... with) {
        Map<String, List<String>> details = Arrays.stream(with)
                .map(pair -> pair.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(
                        pair -> pair[0], pair -> Arrays.asList(pair[1].split("\\|", -1))));
        return new EventPattern(view, kind, details, outcome);
    }

    private static List<Event> matching(View view, String kind, Outcome outcome, String... with) {
        return EventMatcher.matching(pattern(view, kind, outcome, with), SERVER).toList();
    }

    private static boolean bindMatches(String... with) {
        return !matching(View.CALL, "bind", Outcome.SUCCESS, with).isEmpty();
    }

    @Test
    void callsAreTheKernelsWhereItWasTraced() {
        assertThat(matching(View.CALL, "bind", Outcome.ANY))
                .hasSize(2)
                .allMatch(event -> event.source() == Source.KERNEL);
        assertThat(matching(View.CALL, "send", Outcome.ANY)).isEmpty();
    }

    @Test
    void callsAreTheInterpretersWhereNothingBetterWatches() {
        assertThat(EventMatcher.matching(
                        pattern(View.CALL, "send", Outcome.ANY), Timelines.seenBy(Timelines.LOCAL, SERVER)))
                .hasSize(1);
    }

    @Test
    void codeIsWhatTheInterpreterSaysAlsoOfCallsThatNeverReachedTheKernel() {
        assertThat(matching(View.CODE, "send", Outcome.FAILURE)).hasSize(1);
        assertThat(matching(View.CODE, "bind", Outcome.ANY))
                .hasSize(2)
                .allMatch(event -> event.source() == Source.CODE);
        assertThat(matching(View.CODE, "entered", Outcome.SUCCESS, "method=accept"))
                .hasSize(1);
        assertThat(matching(View.CODE, "stdout", Outcome.ANY)).isEmpty();
    }

    @Test
    void anExceptionBelongsToTheCode() {
        Event raised = new Raised(1, "TypeError", "m", null, null);
        assertThat(EventMatcher.matches(
                        pattern(View.CODE, "exception", Outcome.SUCCESS, "exception=TypeError"),
                        raised,
                        Timelines.TRACED))
                .isTrue();
        assertThat(EventMatcher.matches(pattern(View.CALL, "exception", Outcome.ANY), raised, Timelines.TRACED))
                .isFalse();
    }

    @Test
    void aStatementAtThePromptBelongsToTheCodeAndToTheProgram() {
        Event good = new Evaluated(1, 1, null, null, null, null, List.of());
        Event bad = new Evaluated(1, 1, null, "OSError", "m", null, List.of());
        for (View view : List.of(View.CODE, View.PROGRAM)) {
            assertThat(matches(view, Outcome.SUCCESS, good)).isTrue();
            assertThat(matches(view, Outcome.SUCCESS, bad)).isFalse();
            assertThat(matches(view, Outcome.FAILURE, bad)).isTrue();
        }
        assertThat(matches(View.PEER, Outcome.ANY, good)).isFalse();
    }

    private static boolean matches(View view, Outcome outcome, Event event) {
        return EventMatcher.matches(pattern(view, event.kind(), outcome), event, Timelines.TRACED);
    }

    @Test
    void eachViewSeesItsOwnEventsAlone() {
        assertThat(matching(View.PEER, "receive", Outcome.SUCCESS, "as=c1")).hasSize(1);
        assertThat(matching(View.PEER, "bind", Outcome.ANY)).isEmpty();
        assertThat(matching(View.PROGRAM, "stdout", Outcome.ANY)).hasSize(1);
        assertThat(matching(View.PROGRAM, "receive", Outcome.ANY)).isEmpty();
        assertThat(matching(View.PACKET, "packet", Outcome.ANY)).isEmpty();
    }

    @Test
    void theOutcomeTellsRefusedFromDone() {
        assertThat(matching(View.CALL, "bind", Outcome.SUCCESS)).hasSize(1);
        assertThat(matching(View.CALL, "bind", Outcome.FAILURE, "errno=EADDRNOTAVAIL"))
                .hasSize(1);
        assertThat(matching(View.CALL, "bind", Outcome.ANY)).hasSize(2);
        PeerEvent refused = new PeerEvent(1, "connect", "c1", "ECONNREFUSED", null, null, null, null);
        assertThat(matches(View.PEER, Outcome.SUCCESS, refused)).isFalse();
        assertThat(matches(View.PEER, Outcome.FAILURE, refused)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "port=8888, true",
        "port=80|8888, true",
        "port=80|81, false",
        "backlog=5, false",
        "address=0.0.0.0, true",
        "address=, true",
        "address=127.0.0.1|, true",
        "address=127.0.0.1, false"
    })
    void eachDetailIsOneOfTheAcceptedValues(String with, boolean expected) {
        assertThat(bindMatches(with)).isEqualTo(expected);
    }

    @Test
    void allDetailsMustFit() {
        assertThat(bindMatches("port=8888", "address=0.0.0.0")).isTrue();
        assertThat(bindMatches("port=8888", "address=127.0.0.1")).isFalse();
    }

    @Test
    void pythonsEmptyHostIsEveryAddress() {
        Timeline local = Timelines.seenBy(
                Timelines.LOCAL,
                TimelineBuilder.program("server.py").bind(4, 1, "", 8888).build());
        assertThat(EventMatcher.matching(pattern(View.CALL, "bind", Outcome.SUCCESS, "address=0.0.0.0"), local))
                .hasSize(1);
        assertThat(EventMatcher.matching(pattern(View.CALL, "bind", Outcome.SUCCESS, "address="), local))
                .hasSize(1);
    }

    @Test
    void anEmptyTextIsNoAddress() {
        Event silent = new ProgramEvent.Wrote(1, false, Octets.EMPTY);
        assertThat(EventMatcher.matches(
                        pattern(View.PROGRAM, "stdout", Outcome.ANY, "text=0.0.0.0"), silent, Timelines.TRACED))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SYN ACK, true", "ACK SYN, true", "SYN, false", "FIN|SYN ACK, true"})
    void flagsComeInAnyOrder(String flags, boolean expected) {
        Packet packet = packet(Set.of("SYN", "ACK"), null);
        assertThat(EventMatcher.matches(
                        pattern(View.PACKET, "packet", Outcome.ANY, "flags=" + flags), packet, Timelines.CAPTURED))
                .isEqualTo(expected);
    }

    private static Packet packet(Set<String> flags, @Nullable Octets frame) {
        Endpoint a = new Endpoint("10.7.0.11", 8888);
        Endpoint b = new Endpoint("10.7.0.12", 40000);
        return new Packet(1, "tcp", b, a, flags, 1L, null, 0, Octets.EMPTY, frame);
    }
}
