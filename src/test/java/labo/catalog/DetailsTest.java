package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What lessons may ask of events is what events have. */
class DetailsTest {
    private static final Octets DATA = Octets.utf8("Salut");
    private static final Endpoint A = new Endpoint("10.7.0.11", 8888);
    private static final Endpoint B = new Endpoint("10.7.0.12", 40001);

    /** A call of which everything is known that its source can know. */
    private static Call call(Source source) {
        boolean code = source == Source.CODE;
        Call.Arguments all = new Call.Arguments(
                "AF_INET", "SOCK_STREAM", A, 5, DATA, 5, 1024, 2, 4, "SHUT_WR", "SOL_SOCKET", "SO_REUSEADDR", "1");
        return new Call(
                1,
                1,
                2,
                source,
                CallKind.SEND,
                "send",
                7,
                7,
                3,
                1,
                6L,
                "EPIPE",
                code ? "OSError" : null,
                code ? "m" : null,
                all,
                null);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("call", List.of(call(Source.KERNEL))),
                Arguments.of("code", List.of(call(Source.CODE))),
                Arguments.of("code", List.of(new Entered(1, "accept", 7, 3, null))),
                Arguments.of("code", List.of(new Raised(1, "TypeError", "m", null, "s.bind()"))),
                Arguments.of("code", List.of(new Evaluated(1, 2, "3", "TypeError", "m", "T", List.of()))),
                Arguments.of("peer", List.of(new PeerEvent(1, "connect", "c1", "EPIPE", B, A, DATA, 6))),
                Arguments.of("packet", List.of(new Packet(1, "tcp", B, A, Set.of("SYN"), 1L, 2L, 6, DATA, DATA))),
                Arguments.of("program", List.of(new ProgramEvent.Started(1, 7))),
                Arguments.of("program", List.of(new ProgramEvent.Wrote(1, true, DATA))),
                Arguments.of("program", List.of(new ProgramEvent.Wrote(1, false, DATA))),
                Arguments.of("program", List.of(new ProgramEvent.LimitHit(1, "wall", 20_000))),
                Arguments.of("program", List.of(new Evaluated(1, 2, "3", "TypeError", "m", "T", List.of()))),
                // A code or a signal, never both.
                Arguments.of(
                        "program",
                        List.of(
                                new ProgramEvent.Exited(1, 0, null, false),
                                new ProgramEvent.Exited(1, null, "SIGKILL", true))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatMayBeAskedIsWhatIsTold(String view, List<Event> events) {
        Set<String> told = events.stream()
                .flatMap(event -> event.detail().keySet().stream())
                .collect(java.util.stream.Collectors.toSet());
        assertThat(Details.of(view, events.get(0).kind())).containsExactlyInAnyOrderElementsOf(told);
    }
}
