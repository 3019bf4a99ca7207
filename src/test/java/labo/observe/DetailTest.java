package labo.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What JSON and lesson files call the facts of an event. */
final class DetailTest {
    private static final Octets DATA = Octets.utf8("Salut\n");
    private static final Endpoint A = new Endpoint("10.7.0.11", 8888);
    private static final Endpoint B = new Endpoint("10.7.0.12", 40001);
    private static final CodeLine LINE = new CodeLine("server.py", 3);

    private static Call call(Call.Arguments arguments, boolean full) {
        return new Call(
                1,
                1,
                2,
                Source.KERNEL,
                CallKind.SEND,
                "sendto",
                7,
                7,
                full ? 3 : null,
                full ? 1 : null,
                full ? 6L : null,
                full ? "EPIPE" : null,
                full ? "BrokenPipeError" : null,
                full ? "Broken pipe" : null,
                arguments,
                LINE);
    }

    static Stream<Arguments> events() {
        Call.Arguments all = new Call.Arguments(
                "AF_INET", "SOCK_STREAM", A, 5, DATA, 6, 1024, 2, 4, "SHUT_WR", "SOL_SOCKET", "SO_REUSEADDR", "1");
        return Stream.of(
                Arguments.of(
                        call(all, true),
                        "call fd socket family type address port backlog data length size accepted acceptedFd how level"
                                + " option value result errno exception message"),
                Arguments.of(call(Call.Arguments.NONE, false), "call"),
                Arguments.of(new Entered(1, "accept", 7, 3, LINE), "method fd"),
                Arguments.of(new Entered(1, "accept", 7, null, null), "method"),
                Arguments.of(new Raised(1, "TypeError", "m", LINE, "s.bind()"), "exception message text"),
                Arguments.of(new Raised(1, "TypeError", "m", null, null), "exception message"),
                Arguments.of(
                        new Evaluated(1, 2, "3", "TypeError", "m", "Traceback", List.of()),
                        "statement value exception message"),
                Arguments.of(new Evaluated(1, 2, null, null, null, null, List.of()), "statement"),
                Arguments.of(ScanBuilder.source().build(), "onlyDefinitions"),
                Arguments.of(ScanBuilder.source().fault("invalid syntax", 2).build(), "onlyDefinitions fault"),
                Arguments.of(new ProgramEvent.Started(1, 7), "process"),
                Arguments.of(new ProgramEvent.Wrote(1, true, DATA), "text"),
                Arguments.of(new ProgramEvent.LimitHit(1, "wall", 20_000), "name value"),
                Arguments.of(new ProgramEvent.Exited(1, 0, null, false), "code stopped"),
                Arguments.of(new ProgramEvent.Exited(1, null, "SIGKILL", true), "signal stopped"),
                Arguments.of(
                        new PeerEvent(1, "connect", "c1", "ECONNREFUSED", B, A, DATA, 6),
                        "as errno local localPort remote remotePort data length"),
                Arguments.of(new PeerEvent(1, "end", "c1", null, null, null, null, null), "as"),
                Arguments.of(
                        new Packet(1, "tcp", B, A, Set.of("SYN", "ACK"), 1L, 2L, 6, DATA, DATA),
                        "protocol from fromPort to toPort flags sequence acknowledgement length data"),
                Arguments.of(
                        new Packet(1, "udp", B, A, Set.of(), null, null, 0, Octets.EMPTY, null),
                        "protocol from fromPort to toPort length"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesWhatIsKnownInAStableOrder(Event event, String names) {
        assertThat(event.detail().keySet()).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadyForJson(Event event, String names) {
        assertThat(event.detail().values()).allSatisfy(DetailTest::isReady);
    }

    private static void isReady(Object value) {
        assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class, Map.class, Collection.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void belongsToOneMachineAndOneSource(Event event, String names) {
        boolean seenOnB = event.source() == Source.PEER || event.source() == Source.WIRE;
        assertThat(event.machine()).isEqualTo(seenOnB ? MachineName.B : MachineName.A);
        assertThat(event.kind()).isNotBlank().isLowerCase();
    }

    @Test
    void showsOctetsAsPythonAndAddressesInTwoParts() {
        Map<String, Object> detail = new PeerEvent(1, "recvfrom", "u1", null, null, A, DATA, 6).detail();
        assertThat(detail)
                .containsEntry("data", "b'Salut\\n'")
                .containsEntry("remote", "10.7.0.11")
                .containsEntry("remotePort", 8888)
                .containsEntry("length", 6);
    }

    @Test
    void namesFlagsInOneOrder() {
        assertThat(new Packet(1, "tcp", B, A, Set.of("SYN", "ACK"), 1L, 2L, 0, DATA, null).detail())
                .containsEntry("flags", "ACK SYN");
    }
}
