package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

/** Servers of several clients: which of the faults that coincide there is named. */
final class ManyClientsTest {
    private static String named(CheckSpec check, TimelineBuilder timeline) {
        Diagnosis diagnosis =
                new Diagnostician().explain(Cases.SERVER, check, timeline.build(), new Sources("server.py", Map.of()));
        return diagnosis == null ? "" : Objects.requireNonNull(diagnosis).id();
    }

    /** A server that has served its first client to the end. */
    private static TimelineBuilder servedOne() {
        return Cases.served().sendall(13, 2, Cases.REPLY).recv(10, 2, "").close(14, 2);
    }

    @Test
    void threeClientsThatHaveFinishedAreNoEndOfStreamThatIsIgnored() {
        TimelineBuilder three = servedOne();
        for (int conn = 3; conn <= 4; conn++) {
            three.peer("connect", "c" + conn)
                    .accept(8, 1, conn)
                    .recv(10, conn, "salut")
                    .sendall(13, conn, Cases.REPLY)
                    .recv(10, conn, "")
                    .close(14, conn);
        }
        assertThat(named(Cases.ended(), three.exit(0))).isEmpty();
    }

    @Test
    void theClientThatCutIsBlamedAndNotTheServerThatThenLeavesTidily() {
        TimelineBuilder left = Cases.served()
                .sendall(13, 2, Cases.REPLY)
                .refused(
                        CallKind.RECV,
                        10,
                        2,
                        "ECONNRESET",
                        "ConnectionResetError",
                        "[Errno 104] Connection reset by peer")
                .peer("connect", "c2")
                .exit(0);
        assertThat(named(Cases.received(Cases.REPLY), left)).isEqualTo("dies-with-client");
    }

    /** A port that is refused, with an option written at line 7, after bind at line 6. */
    private static TimelineBuilder refusedAgain(TimelineBuilder before, String owner) {
        return before.scan(source().call("s.bind", 6)
                        .call(owner + ".setsockopt", 7, "socket.SOL_SOCKET", "socket.SO_REUSEADDR", "1")
                        .build())
                .socket(5, 4, "SOCK_STREAM")
                .refused(CallKind.BIND, 6, 4, "0.0.0.0", 8888, "EADDRINUSE", "OSError")
                .uncaught(6, "OSError", "[Errno 98] Address already in use");
    }

    @Test
    void anOptionThatComesAfterBindIsTooLate() {
        TimelineBuilder first = Cases.accepted().setsockopt(7, 1, "SO_REUSEADDR");
        assertThat(named(Cases.call("bind"), refusedAgain(first, "s"))).isEqualTo("reuseaddr-after-bind");
        assertThat(named(Cases.call("bind"), refusedAgain(Cases.server(), "s"))).isEqualTo("reuseaddr-after-bind");
    }

    @Test
    void anOptionOfTheConnectionSaysNothingOfThePort() {
        TimelineBuilder first = Cases.accepted().setsockopt(7, 2, "SO_REUSEADDR");
        assertThat(named(Cases.call("bind"), refusedAgain(first, "conn"))).isEqualTo("address-in-use");
        assertThat(named(Cases.call("bind"), refusedAgain(Cases.server(), "conn")))
                .isEqualTo("address-in-use");
    }

    @Test
    void anOptionThatIsSetBeforeBindIsNotTooLate() {
        TimelineBuilder first = Cases.server()
                .socket(5, 1, "SOCK_STREAM")
                .setsockopt(7, 1, "SO_REUSEADDR")
                .bind(6, 1, "0.0.0.0", 8888);
        assertThat(named(Cases.call("bind"), refusedAgain(first, "s"))).isEqualTo("address-in-use");
    }

    @Test
    void halfALineThatIsPassedOnIsOneRecvTakenForTheWhole() {
        TimelineBuilder passedOn = Cases.listening()
                .peer("connect", "c1")
                .accept(8, 1, 2)
                .peer("connect", "c2")
                .accept(8, 1, 3)
                .peer("send", "c2", "bon")
                .recv(10, 3, "bon")
                .sendall(13, 2, "bon")
                .peer("receive", "c1", "bon")
                .stuckIn(10, "recv");
        assertThat(named(Cases.received("bonjour\n"), passedOn)).isEqualTo("single-recv");
        assertThat(named(Cases.received("bonjour"), passedOn)).isNotEqualTo("single-recv");
    }

    @Test
    void aReplyToEachOfTwoClientsThatOneOfThemGotIsNoWrongReply() {
        TimelineBuilder mixed = Cases.served()
                .peer("connect", "c2")
                .accept(8, 1, 3)
                .recv(10, 3, "salut")
                .sendall(13, 2, Cases.REPLY)
                .sendall(13, 2, Cases.REPLY)
                .peer("receive", "c1", Cases.REPLY + Cases.REPLY)
                .stuckIn(10, "recv");
        assertThat(named(Cases.received(Cases.REPLY), mixed)).doesNotContain("reply");
    }

    /** Two clients, the first of them silent; {@code others} are let in. */
    private static TimelineBuilder silentOne(int others) {
        TimelineBuilder built = Cases.listening().peer("connect", "silent").accept(8, 1, 2);
        built.peer("connect", "c1").peer("send", "c1", "bonjour");
        for (int conn = 3; conn < 3 + others; conn++) {
            built.accept(8, 1, conn);
        }
        return built.entered(10, "recv");
    }

    private static Ending.Wait waits(String call) {
        return new Ending.Wait(call, null, false);
    }

    @Test
    void aThreadThatIsJoinedAtOnceKeepsTheNextClientOut() {
        assertThat(named(Cases.received(Cases.REPLY), silentOne(0).stuckIn(List.of(waits("futex"), waits("recv")))))
                .isEqualTo("blocks-other-clients");
    }

    @Test
    void aClientThatIsLetInAndHasNoThreadIsKeptWaitingToo() {
        assertThat(named(Cases.received(Cases.REPLY), silentOne(1).stuckIn(List.of(waits("accept"), waits("recv")))))
                .isEqualTo("blocks-other-clients");
    }

    @Test
    void aThreadForEachClientKeepsNobodyWaiting() {
        assertThat(named(
                        Cases.received(Cases.REPLY),
                        silentOne(1).stuckIn(List.of(waits("accept"), waits("recv"), waits("recv")))))
                .isEmpty();
    }

    @Test
    void aServerThatHearsItsFirstClientAloneBlocksTheOthersAndHasNobodyToAnswer() {
        TimelineBuilder alone = Cases.served().peer("connect", "c2").stuckIn(10, "recv");
        assertThat(named(Cases.call("accept"), alone)).isEqualTo("blocks-other-clients");
    }

    @Test
    void aThreadThatIsNamedAndNotStartedServesNobody() {
        TimelineBuilder idle =
                Cases.accepted().scan(source().bare("fil.start", 12).build()).stuckIn(8, "accept");
        assertThat(named(Cases.received(Cases.REPLY), idle)).isEqualTo("call-without-parentheses");
    }

    @Test
    void theEndsOfTwoConnectionsAreMissedAsTheEndOfOneIs() {
        EventPattern end = new EventPattern(EventPattern.View.PEER, "end", Map.of(), EventPattern.Outcome.SUCCESS);
        CheckSpec both = Cases.check(new Expectation.InOrder(List.of(end, end)));
        TimelineBuilder open =
                Cases.served().sendall(13, 2, Cases.REPLY).recv(10, 2, "").stuckIn(8, "accept");
        assertThat(named(both, open)).isEqualTo("missing-close");
    }

    @Test
    void aThreadThatDiedIsNoThreadThatWaitsToHearMore() {
        TimelineBuilder died = Cases.served()
                .scan(source().call("conn.sendall", 15).build())
                .peer("connect", "c2")
                .accept(8, 1, 3)
                .uncaught(11, "UnicodeDecodeError", "'utf-8' codec can't decode byte 0xc3 in position 3")
                .entered(8, "accept")
                .stuckIn(List.of(waits("accept"), waits("recv")));
        assertThat(named(Cases.received(Cases.REPLY), died)).isEqualTo("split-utf8");
    }

    @Test
    void aReplyThatAnExceptClauseKeptFromLeavingIsNamedThoughTheServerWaitsForTheNextClient() {
        TimelineBuilder hidden = Cases.served()
                .scan(source().call("conn.sendall", 13).bareExcept(14).build())
                .close(16, 2)
                .stuckIn(8, "accept");
        assertThat(named(Cases.received(Cases.REPLY), hidden)).isEqualTo("error-swallowed");
    }
}
