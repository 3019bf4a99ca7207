package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import labo.observe.Ending.Wait;
import labo.observe.Endpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StandstillTest {
    private static final Endpoint A = new Endpoint("10.7.0.11", 8888);
    private static final Endpoint B = new Endpoint("10.7.0.12", 40_000);
    private static final Endpoint ANY = new Endpoint("0.0.0.0", 0);
    private static final SocketState LISTENER = new SocketState("tcp", "LISTEN", A, ANY, 0, 0, 7, 3);

    private static SocketState onA(String state, long receiveQueue) {
        return new SocketState("tcp", state, A, B, receiveQueue, 0, 7, 4);
    }

    private static SocketState onB(String state, long receiveQueue, long sendQueue) {
        return new SocketState("tcp", state, B, A, receiveQueue, sendQueue, null, null);
    }

    private static Wait waits(String call) {
        return new Wait(call, call.equals("accept") ? 3 : 4, false);
    }

    private static MachineStates picture(
            @Nullable List<Wait> waits, List<SocketState> socketsA, List<SocketState> socketsB) {
        return new MachineStates(true, waits, socketsA, 10, true, socketsB, 5);
    }

    private static boolean still(MachineStates picture) {
        return Standstill.between(picture, picture);
    }

    private static boolean stillIn(String call, List<SocketState> socketsA, List<SocketState> socketsB) {
        return still(picture(List.of(waits(call)), socketsA, socketsB));
    }

    @ParameterizedTest
    @CsvSource({
        "accept,true",
        "recv,true",
        "send,true",
        "connect,true",
        "poll,true",
        "futex,true",
        "child,true",
        "read,true",
        "signal,true",
        "running,false",
        "sleep,false",
        "write,false",
        "unknown,false"
    })
    void onlyCallsThatTheOtherMachineEndsAreAStandstill(String call, boolean expected) {
        assertThat(stillIn(call, List.of(LISTENER), List.of())).isEqualTo(expected);
    }

    @Test
    void everyThreadMustWait() {
        assertThat(still(picture(List.of(waits("accept"), waits("recv")), List.of(), List.of())))
                .isTrue();
        assertThat(still(picture(List.of(waits("accept"), waits("running")), List.of(), List.of())))
                .isFalse();
        assertThat(still(picture(List.of(), List.of(), List.of()))).isFalse();
    }

    @Test
    void whatAClientSaidBeforeItWasAcceptedIsReadByNobody() {
        SocketState atTheDoor = new SocketState("tcp", "ESTABLISHED", A, B, 12, 0, null, null, false, null, null);
        SocketState caller = onB("ESTABLISHED", 0, 0);
        assertThat(stillIn("recv", List.of(atTheDoor), List.of(caller))).isTrue();
        assertThat(stillIn("recv", List.of(onA("ESTABLISHED", 12)), List.of(caller)))
                .isFalse();
    }

    @Test
    void aMachineThatCannotTellIsNeverAtAStandstill() {
        MachineStates blind = picture(null, List.of(), List.of());
        assertThat(still(blind)).isFalse();
        assertThat(Standstill.idle(blind, blind)).isFalse();
    }

    @Test
    void aMachineBThatIsAtWorkIsNoStandstill() {
        MachineStates busy = new MachineStates(true, List.of(waits("accept")), List.of(), 10, false, List.of(), 5);
        assertThat(still(busy)).isFalse();
    }

    @Test
    void aProgramThatHasEndedIsStillWhateverItWaitedIn() {
        MachineStates dead = new MachineStates(false, List.of(), List.of(), 10, true, List.of(), 5);
        assertThat(still(dead)).isTrue();
        assertThat(Standstill.idle(dead, dead)).isFalse();
    }

    @Test
    void aClientInTheQueueIsAboutToBeAccepted() {
        SocketState queued = new SocketState("tcp", "LISTEN", A, ANY, 1, 0, 7, 3);
        assertThat(stillIn("accept", List.of(queued), List.of())).isFalse();
        assertThat(stillIn("poll", List.of(queued), List.of())).isFalse();
        assertThat(stillIn("recv", List.of(queued), List.of())).isTrue();
    }

    @Test
    void octetsInTheSocketWaitedOnAreAboutToBeRead() {
        List<SocketState> b = List.of(onB("ESTABLISHED", 0, 0));
        assertThat(stillIn("recv", List.of(onA("ESTABLISHED", 5)), b)).isFalse();
        assertThat(stillIn("poll", List.of(onA("ESTABLISHED", 5)), b)).isFalse();
    }

    @Test
    void octetsInAnotherSocketAreNot() {
        SocketState other = new SocketState("tcp", "ESTABLISHED", A, B, 5, 0, 7, 9);
        assertThat(stillIn("recv", List.of(other), List.of(onB("ESTABLISHED", 0, 0))))
                .isTrue();
        assertThat(stillIn("accept", List.of(onA("ESTABLISHED", 5)), List.of(onB("ESTABLISHED", 0, 0))))
                .isTrue();
    }

    @Test
    void octetsInASocketOfUnknownNumberMayBeTheOnesWaitedFor() {
        SocketState unknown = new SocketState("tcp", "ESTABLISHED", A, B, 5, 0, null, null);
        assertThat(stillIn("recv", List.of(unknown), List.of(onB("ESTABLISHED", 0, 0))))
                .isFalse();
        MachineStates nowhere = picture(
                List.of(new Wait("recv", null, false)),
                List.of(onA("ESTABLISHED", 5)),
                List.of(onB("ESTABLISHED", 0, 0)));
        assertThat(still(nowhere)).isFalse();
    }

    @Test
    void octetsThatMachineBHasNotReadYetAreNews() {
        assertThat(stillIn("recv", List.of(onA("ESTABLISHED", 0)), List.of(onB("ESTABLISHED", 3, 0))))
                .isFalse();
    }

    @Test
    void datagramsThatNobodyAsksMachineBForAreNoNews() {
        SocketState unread = new SocketState("udp", "UNCONNECTED", B, ANY, 700, 0, null, null);
        assertThat(stillIn("recv", List.of(), List.of(unread))).isTrue();
    }

    @Test
    void aClientInMachineBsQueueIsNoNewsOfMachineA() {
        SocketState listener = new SocketState("tcp", "LISTEN", B, ANY, 1, 0, null, null);
        assertThat(stillIn("recv", List.of(), List.of(listener))).isTrue();
    }

    @Test
    void octetsOnTheirWayAreNoStandstill() {
        assertThat(stillIn("recv", List.of(onA("ESTABLISHED", 0)), List.of(onB("ESTABLISHED", 0, 5))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK"})
    void aSegmentOnItsWayIsNoStandstill(String state) {
        assertThat(stillIn("accept", List.of(LISTENER), List.of(onB(state, 0, 0))))
                .isFalse();
        assertThat(stillIn("accept", List.of(onA(state, 0)), List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ESTABLISHED,false", "FIN-WAIT-2,false", "CLOSE-WAIT,true", "TIME-WAIT,true"})
    void aConnectionThatTheOtherSideDoesNotKnowMeansThatItsWordIsStillComing(String state, boolean expected) {
        assertThat(stillIn("recv", List.of(onA(state, 0)), List.of())).isEqualTo(expected);
        assertThat(stillIn("recv", List.of(), List.of(onB(state, 0, 0)))).isEqualTo(expected);
    }

    @Test
    void aConnectionKnownOnBothSidesIsQuiet() {
        assertThat(stillIn("recv", List.of(onA("ESTABLISHED", 0)), List.of(onB("ESTABLISHED", 0, 0))))
                .isTrue();
        assertThat(stillIn("recv", List.of(onA("CLOSE-WAIT", 0)), List.of(onB("FIN-WAIT-2", 0, 0))))
                .isTrue();
    }

    @Test
    void aConnectionOfAMachineWithItselfIsQuietOnceItsOctetsHaveArrived() {
        Endpoint client = new Endpoint("10.7.0.11", 40_000);
        SocketState asClient = new SocketState("tcp", "ESTABLISHED", client, A, 0, 0, 7, 5);
        SocketState asServer = new SocketState("tcp", "ESTABLISHED", A, client, 9, 0, null, null);
        MachineStates arrived = picture(List.of(waits("read")), List.of(LISTENER, asClient, asServer), List.of());
        assertThat(Standstill.quiet(arrived, arrived)).isTrue();
        assertThat(still(arrived)).isTrue();
        SocketState sending = new SocketState("tcp", "ESTABLISHED", client, A, 0, 9, 7, 5);
        MachineStates onItsWay = picture(List.of(waits("read")), List.of(LISTENER, sending, asServer), List.of());
        assertThat(Standstill.quiet(onItsWay, onItsWay)).isFalse();
    }

    @Test
    void whatMovesBetweenTwoPicturesIsNoStandstill() {
        List<Wait> accept = List.of(waits("accept"));
        MachineStates first = picture(accept, List.of(), List.of());
        MachineStates moreOfA = new MachineStates(true, accept, List.of(), 11, true, List.of(), 5);
        MachineStates moreOfB = new MachineStates(true, accept, List.of(), 10, true, List.of(), 6);
        MachineStates elsewhere = picture(List.of(waits("recv")), List.of(), List.of());
        assertThat(Standstill.between(first, moreOfA)).isFalse();
        assertThat(Standstill.between(first, moreOfB)).isFalse();
        assertThat(Standstill.between(first, elsewhere)).isFalse();
        assertThat(Standstill.idle(first, moreOfA)).isFalse();
        assertThat(Standstill.idle(first, moreOfB)).isFalse();
    }

    @Test
    void aBoundedPollIsIdleButNotStill() {
        MachineStates polls = picture(List.of(new Wait("poll", null, true)), List.of(LISTENER), List.of());
        assertThat(still(polls)).isFalse();
        assertThat(Standstill.idle(polls, polls)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "sleep", "running"})
    void anyOtherBoundedWaitIsNeither(String call) {
        MachineStates bounded = picture(List.of(new Wait(call, 4, true)), List.of(), List.of());
        assertThat(still(bounded)).isFalse();
        assertThat(Standstill.idle(bounded, bounded)).isFalse();
    }

    @Test
    void aProgramThatIsAboutToReadIsNotIdle() {
        MachineStates polls = picture(
                List.of(new Wait("poll", null, true)),
                List.of(onA("ESTABLISHED", 5)),
                List.of(onB("ESTABLISHED", 0, 0)));
        assertThat(Standstill.idle(polls, polls)).isFalse();
    }

    @Test
    void theAgentsAnswersAreRead() {
        MachineStates states = MachineStates.of(FakeAgent.read("""
                        {"alive": true, "events": 4, "processes": [{"pid": 7, "threads": [
                         {"tid": 7, "waits": "accept", "fd": 3, "bounded": false}, {"tid": 8, "waits": "sleep", "bounded": true}]}],
                         "sockets": [{"proto": "tcp", "state": "LISTEN", "local": {"host": "10.7.0.11", "port": 8888},
                          "remote": {"host": "0.0.0.0", "port": 0}, "receiveQueue": 0, "sendQueue": 0, "process": 7, "fd": 3}]}
                        """), FakeAgent.read("""
                        {"waiting": [{"do": "receive", "as": "c1"}], "busy": [], "events": 2, "sockets": []}
                        """));
        assertThat(states)
                .isEqualTo(new MachineStates(
                        true,
                        List.of(new Wait("accept", 3, false), new Wait("sleep", null, true)),
                        List.of(LISTENER),
                        4,
                        true,
                        List.of(),
                        2));
    }

    @Test
    void aStepThatGivesUpByItselfIsNoWaiting() {
        MachineStates states = MachineStates.of(
                FakeAgent.read("{\"alive\": true, \"events\": 0}"),
                FakeAgent.read(
                        "{\"waiting\": [{\"do\": \"receive\", \"bounded\": true}], \"busy\": [], \"events\": 0}"));
        assertThat(states.peerWaits()).isFalse();
        assertThat(states.waits()).isNull();
    }
}
