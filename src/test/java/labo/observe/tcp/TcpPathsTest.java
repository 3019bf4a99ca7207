package labo.observe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import labo.observe.Endpoint;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.sequence.Crowd;
import org.junit.jupiter.api.Test;

class TcpPathsTest {
    private static Exchange listening() {
        return Exchange.captured().socket(1).bind(1).listen(1);
    }

    private static Exchange open() {
        return listening().fromB("S", 0).fromA("SA", 0).fromB("A", 0).accept(1, 2);
    }

    private static List<String> states(TcpPath path) {
        return Stream.concat(
                        path.changes().stream().limit(1).map(change -> change.from()),
                        path.changes().stream().map(TcpChange::to))
                .map(TcpState::term)
                .toList();
    }

    private static TcpPath side(Timeline timeline, MachineName machine) {
        return TcpPaths.of(timeline).stream()
                .filter(path -> path.machine() == machine && path.remote() != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServerThatIsLeftClosesLast() {
        Timeline timeline =
                open().fromB("FA", 0).fromA("A", 0).fromA("FA", 0).fromB("A", 0).build();
        assertThat(states(side(timeline, MachineName.A)))
                .containsExactly("CLOSED", "LISTEN", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
        assertThat(states(side(timeline, MachineName.B)))
                .containsExactly("CLOSED", "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
    }

    @Test
    void aFinThatAcknowledgesTheOthersEndsInTimeWait() {
        Timeline timeline = open().fromA("FA", 0).fromB("FA", 0).fromA("A", 0).build();
        assertThat(states(side(timeline, MachineName.A)))
                .endsWith("ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
        assertThat(side(timeline, MachineName.B).state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    void anOlderAcknowledgementLeavesFinWait1() {
        Timeline whole = open().fromA("A", 10)
                .fromA("FA", 0)
                .fromB("A", 0)
                .fromB("FA", 0)
                .build();
        Timeline early = whole.without(event -> event instanceof Packet packet
                && packet.from().equals(Exchange.B)
                && packet.time() > 1000.009
                && !packet.flags().contains("FIN"));
        Packet fin = early.all(Packet.class)
                .filter(packet -> packet.from().equals(Exchange.B))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(side(early, MachineName.A).state()).isEqualTo(TcpState.TIME_WAIT);
        Packet behind = new Packet(
                fin.time(),
                "tcp",
                fin.from(),
                fin.to(),
                fin.flags(),
                fin.sequence(),
                (fin.acknowledgement() == null ? 0 : fin.acknowledgement()) - 1,
                0,
                fin.data(),
                null);
        List<labo.observe.Event> events = new java.util.ArrayList<>(early.events());
        events.set(events.indexOf(fin), behind);
        assertThat(side(new Timeline(early.facts(), early.ending(), events), MachineName.A)
                        .state())
                .as("the sequence numbers of A wrap here")
                .isEqualTo(TcpState.CLOSING);
    }

    @Test
    void aResetEndsBothSides() {
        Timeline timeline = open().fromB("R", 0).build();
        assertThat(side(timeline, MachineName.A).state()).isEqualTo(TcpState.CLOSED);
        assertThat(side(timeline, MachineName.B).state()).isEqualTo(TcpState.CLOSED);
        assertThat(side(timeline, MachineName.A).changes())
                .last()
                .satisfies(change -> assertThat(change.signal()).isEqualTo(TcpSignal.ENDED));
    }

    @Test
    void aRefusedRequestIsOneSidesAlone() {
        Timeline timeline = Exchange.captured().fromB("S", 0).fromA("RA", 0).build();
        assertThat(TcpPaths.of(timeline)).singleElement().satisfies(path -> {
            assertThat(path.machine()).isEqualTo(MachineName.B);
            assertThat(states(path)).containsExactly("CLOSED", "SYN-SENT", "CLOSED");
        });
    }

    @Test
    void theAcceptedSocketHasTheConnectionAndTheListenerStaysApart() {
        Timeline timeline = open().build();
        assertThat(TcpPaths.of(timeline))
                .extracting(TcpPath::machine, TcpPath::socket, TcpPath::state, TcpPath::deduced)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MachineName.A, 2, TcpState.ESTABLISHED, false),
                        org.assertj.core.groups.Tuple.tuple(MachineName.B, null, TcpState.ESTABLISHED, false),
                        org.assertj.core.groups.Tuple.tuple(MachineName.A, 1, TcpState.LISTEN, false));
    }

    @Test
    void withoutThePacketTheStateIsNotReached() {
        Timeline timeline = open().fromB("FA", 0).build();
        assertThat(side(timeline, MachineName.A).state()).isEqualTo(TcpState.CLOSE_WAIT);
        Timeline less = timeline.without(
                event -> event instanceof Packet packet && packet.flags().contains("FIN"));
        assertThat(side(less, MachineName.A).state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    void theStateOfAMoment() {
        Timeline timeline = open().build();
        TcpPath path = side(timeline, MachineName.A);
        Packet answer = timeline.all(Packet.class)
                .filter(packet -> packet.from().equals(Exchange.A))
                .findFirst()
                .orElseThrow();
        assertThat(path.carries(answer)).isTrue();
        assertThat(path.before(answer.time())).isEqualTo(TcpState.LISTEN);
        assertThat(path.after(answer.time())).isEqualTo(TcpState.SYN_RECEIVED);
    }

    @Test
    void withoutACaptureCallsAndWhatBToldStandForPackets() {
        Timeline timeline = Exchange.local()
                .socket(1)
                .bind(1)
                .listen(1)
                .peer("connect")
                .accept(1, 2)
                .peer("shutdown")
                .recv(2, 0)
                .close(2)
                .peer("end")
                .build();
        TcpPath path = side(timeline, MachineName.A);
        assertThat(path.deduced()).isTrue();
        assertThat(states(path))
                .containsExactly("CLOSED", "LISTEN", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
    }

    @Test
    void aClientThatFinishesFirst() {
        Timeline timeline = Exchange.local()
                .socket(1)
                .connect(1, new Endpoint("10.7.0.12", 8888), null)
                .shutdown(1)
                .recv(1, 0)
                .close(1)
                .build();
        assertThat(states(side(timeline, MachineName.A)))
                .as("nothing tells when B knew that A had finished")
                .containsExactly("CLOSED", "SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "CLOSING");
        Timeline refused = Exchange.local()
                .socket(1)
                .connect(1, new Endpoint("10.7.0.12", 9), "ECONNREFUSED")
                .build();
        assertThat(states(side(refused, MachineName.A))).containsExactly("CLOSED", "SYN-SENT", "CLOSED");
    }

    @Test
    void aThousandConnectionsAreFollowedAtOnce() {
        Timeline timeline = Crowd.clients(10_000);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long begun = thread.getCurrentThreadCpuTime();
        assertThat(TcpPaths.of(timeline).stream()
                        .filter(path -> path.machine() == MachineName.A && path.socket() != null))
                .as("one for each client, and the listener")
                .hasSizeGreaterThan(990);
        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theSameFourNumbersMayServeAgain() {
        Timeline timeline =
                open().fromB("R", 0).fromB("S", 0).fromA("SA", 0).fromB("A", 0).build();
        assertThat(TcpPaths.of(timeline).stream()
                        .filter(path -> path.remote() != null && path.machine() == MachineName.A))
                .extracting(TcpPath::state)
                .containsExactly(TcpState.CLOSED, TcpState.ESTABLISHED);
    }
}
