package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import labo.observe.CallKind;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.observe.tcp.TcpChange;
import labo.observe.tcp.TcpPath;
import labo.observe.tcp.TcpPaths;
import labo.observe.tcp.TcpState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagramTest {
    private static Diagram of(Recorded exchange) {
        return Diagram.of(exchange.timeline());
    }

    private static List<String> path(Diagram diagram, MachineName machine) {
        Flow flow = diagram.packets().findFirst().orElseThrow().flow();
        return diagram.path(flow, machine).stream().map(TcpState::term).toList();
    }

    @Test
    void theServerThatClosesFirstComesToTimeWait() {
        Diagram diagram = of(Recorded.HANDSHAKE);
        assertThat(path(diagram, MachineName.A))
                .startsWith("LISTEN", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1")
                .endsWith("TIME-WAIT");
        assertThat(path(diagram, MachineName.B))
                .containsExactly("CLOSED", "SYN-SENT", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
    }

    @Test
    void aHalfClosedConnectionStillCarriesOctets() {
        Diagram diagram = of(Recorded.HALF_CLOSE);
        Row.Sent answer = diagram.packets()
                .filter(sent -> sent.sender() == MachineName.A && sent.packet().length() > 0)
                .findFirst()
                .orElseThrow();
        Passage passage = Objects.requireNonNull(answer.passage());
        assertThat(Objects.requireNonNull(passage.a()).after()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(path(diagram, MachineName.B)).endsWith("FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
    }

    @Test
    void aResetClosesBothEnds() {
        Diagram diagram = of(Recorded.RESET);
        assertThat(path(diagram, MachineName.A)).containsExactly("LISTEN", "SYN-RECEIVED", "ESTABLISHED", "CLOSED");
        assertThat(path(diagram, MachineName.B)).containsExactly("CLOSED", "SYN-SENT", "ESTABLISHED", "CLOSED");
    }

    @Test
    void aRefusedConnectionNeverOpens() {
        Diagram diagram = of(Recorded.REFUSED);
        assertThat(path(diagram, MachineName.A)).containsExactly("CLOSED", "SYN-SENT", "CLOSED");
        assertThat(path(diagram, MachineName.B)).containsExactly("CLOSED");
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "HALF_CLOSE", "RESET", "REFUSED", "LOST_DATAGRAM"})
    void aWaitEndsWithWhatWokeIt(Recorded exchange) {
        Diagram diagram = of(exchange);
        List<Row.Called> woken = diagram.rows().stream()
                .filter(Row.Called.class::isInstance)
                .map(Row.Called.class::cast)
                .filter(called -> called.wokenBy() != null)
                .toList();
        assertThat(woken).isNotEmpty().allSatisfy(called -> {
            Row by = diagram.row(Objects.requireNonNull(called.wokenBy())).orElseThrow();
            assertThat(by).isInstanceOf(Row.Sent.class);
            assertThat(((Row.Sent) by).sender()).isEqualTo(MachineName.B);
            assertThat(by.number()).isLessThan(called.number());
        });
    }

    @Test
    void aDatagramThatGotNoAnswerAndTheOneSentAgain() {
        List<Row.Sent> packets = of(Recorded.LOST_DATAGRAM).packets().toList();
        assertThat(packets).extracting(Row.Sent::lost).containsExactly(true, false, false);
        assertThat(packets).extracting(Row.Sent::again).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "LOST_DATAGRAM", "REFUSED"})
    void theEphemeralPortIsTheOpeners(Recorded exchange) {
        MachineName opener = exchange == Recorded.HANDSHAKE ? MachineName.B : MachineName.A;
        assertThat(of(exchange).packets()).allSatisfy(sent -> {
            assertThat(sent.opener()).isEqualTo(opener);
            assertThat(sent.flow().end(opener).port()).isGreaterThan(32_000);
        });
    }

    @Test
    void aSegmentWhoseOctetsWereSentBeforeIsARetransmission() {
        Timeline timeline = Recorded.HANDSHAKE.timeline();
        Packet data = timeline.all(Packet.class)
                .filter(packet -> packet.length() > 0)
                .findFirst()
                .orElseThrow();
        Timeline twice = new Timeline(
                timeline.facts(),
                timeline.ending(),
                Stream.concat(timeline.events().stream(), Stream.of(data)).toList());
        assertThat(Diagram.of(twice).packets().filter(Row.Sent::again)).hasSize(1);
        assertThat(Diagram.of(timeline).packets().filter(Row.Sent::again)).isEmpty();
    }

    @Test
    void aSynThatNobodyAnsweredIsSentAgain() {
        Timeline timeline = Recorded.RETRANSMISSION.timeline();
        List<Row.Sent> again =
                Diagram.of(timeline).packets().filter(Row.Sent::again).toList();
        assertThat(again).singleElement().satisfies(sent -> {
            assertThat(sent.packet().flags()).containsExactly("SYN");
            assertThat(sent.sender()).isEqualTo(MachineName.B);
        });
        Timeline without = timeline.without(event -> event == again.get(0).packet());
        assertThat(Diagram.of(without).packets().filter(Row.Sent::again)).isEmpty();
    }

    @Test
    void withoutItsOpeningNothingIsSaidOfAConnectionsStates() {
        Timeline opened = Recorded.HANDSHAKE
                .timeline()
                .without(event -> event instanceof Packet packet
                        && packet.flags().contains("SYN")
                        && !packet.flags().contains("ACK"));
        assertThat(Diagram.of(opened).packets())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.passage()).isNull());
    }

    @Test
    void aCallThatNeverReturnedWaitsToTheEnd() {
        Timeline timeline = Recorded.HANDSHAKE.timeline();
        Timeline cut = timeline.without(event ->
                event instanceof labo.observe.Call call && (call.is(CallKind.RECV) || call.start() > recv(timeline)));
        assertThat(Diagram.of(cut).rows()).hasAtLeastOneElementOfType(Row.Hanging.class);
    }

    private static double recv(Timeline timeline) {
        return timeline.calls(CallKind.RECV).get(0).start();
    }

    /** {@code /etats} draws {@link TcpPaths}; what is said of a diagram's rows must be the same. */
    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "HALF_CLOSE", "RESET", "REFUSED"})
    void aPacketFindsAndLeavesTheStatesThatEtatsHas(Recorded exchange) {
        Timeline timeline = exchange.timeline();
        List<TcpPath> paths = TcpPaths.of(timeline).stream()
                .filter(path -> path.remote() != null)
                .toList();
        assertThat(paths).isNotEmpty();
        Diagram.of(timeline)
                .packets()
                .forEach(sent -> paths.stream()
                        .filter(path -> path.carries(sent.packet()))
                        .forEach(path -> assertThat(
                                        Objects.requireNonNull(sent.passage()).of(path.machine()))
                                .as("%s at row %d", path.machine(), sent.number())
                                .isEqualTo(new Passage.Change(
                                        path.before(sent.packet().time()),
                                        path.after(sent.packet().time())))));
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "HALF_CLOSE", "RESET", "REFUSED"})
    void withoutPacketsTheDeducedStatesAreThoseOfEtatsToo(Recorded exchange) {
        Timeline seen = exchange.timeline();
        Facts local = new Facts(
                "local", true, false, seen.facts().addressA(), seen.facts().addressB());
        Timeline timeline = new Timeline(
                local, seen.ending(), seen.without(Packet.class::isInstance).events());
        TcpPath path = TcpPaths.of(timeline).stream()
                .filter(deduced -> deduced.remote() != null)
                .findFirst()
                .orElseThrow();
        Diagram diagram = Diagram.of(timeline);
        Flow flow = Objects.requireNonNull(diagram.sockets().get(path.socket()));
        List<TcpState> states = Stream.concat(
                        path.changes().stream().limit(1).map(TcpChange::from),
                        path.changes().stream().map(TcpChange::to))
                .toList();
        assertThat(states)
                .containsSubsequence(diagram.path(flow, MachineName.A))
                .endsWith(path.state());
        assertThat(diagram.path(flow, MachineName.A))
                .as("one row may lead through several states")
                .endsWith(path.state());
    }

    @Test
    void numbersFollowEachOther() {
        List<Row> rows = of(Recorded.HANDSHAKE).rows();
        assertThat(rows).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).number()).isEqualTo(i + 1);
        }
    }
}
