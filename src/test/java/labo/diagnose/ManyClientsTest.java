package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import labo.lesson.CheckSpec;
import labo.observe.CallKind;
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

    @Test
    void aReplyThatAnExceptClauseKeptFromLeavingIsNamedThoughTheServerWaitsForTheNextClient() {
        TimelineBuilder hidden = Cases.served()
                .scan(source().call("conn.sendall", 13).bareExcept(14).build())
                .close(16, 2)
                .stuckIn(8, "accept");
        assertThat(named(Cases.received(Cases.REPLY), hidden)).isEqualTo("error-swallowed");
    }
}
