package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static labo.observe.TimelineBuilder.ADDRESS_B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.lesson.CheckSpec;
import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

/** Clients to whom the network does no favour: what their failure is called. */
final class FailingClientTest {
    private static final CheckSpec FAILS = Cases.check(new Expectation.Ended(List.of(1), List.of()));

    private static String named(TimelineBuilder timeline) {
        Diagnosis diagnosis =
                new Diagnostician().explain(Cases.CLIENT, FAILS, timeline.build(), new Sources("client.py", Map.of()));
        return diagnosis == null ? "" : diagnosis.id();
    }

    private static TimelineBuilder refused() {
        return Cases.client()
                .socket(5, 1, "SOCK_STREAM")
                .refused(CallKind.CONNECT, 6, 1, ADDRESS_B, 8888, "ECONNREFUSED", "ConnectionRefusedError");
    }

    @Test
    void aRefusalThatIsCaughtAndNeverToldIsSwallowed() {
        TimelineBuilder silent = refused().scan(source().bareExcept(9).build()).exit(0);
        assertThat(named(silent)).isEqualTo("error-swallowed");
    }

    @Test
    void aRefusalThatIsToldIsNotThoughTheExitCodeIsWrong() {
        TimelineBuilder told = refused()
                .scan(source().bareExcept(9).build())
                .stdout("personne")
                .exit(0);
        assertThat(named(told)).isEmpty();
    }

    @Test
    void aRefusalThatNobodyCatchesIsACrash() {
        assertThat(named(refused().uncaught(6, "ConnectionRefusedError", "[Errno 111] Connection refused")))
                .isEqualTo("crash");
    }

    private static TimelineBuilder asked() {
        return Cases.connected().sendall(7, 1, Cases.REQUEST).peer("receive", "c1", Cases.REQUEST);
    }

    @Test
    void aDelayThatWasTakenAwayAgainLimitsNothing() {
        TimelineBuilder waiting =
                asked().scan(source().call("s.settimeout", 8, "None").build()).stuckIn(9, "recv");
        assertThat(named(waiting)).isEqualTo("no-timeout");
    }

    @Test
    void selectWithoutADelayWaitsForEverToo() {
        TimelineBuilder waiting = asked().stuckIn(List.of(new Ending.Wait("poll", null, false)));
        assertThat(named(waiting)).isEqualTo("no-timeout");
    }
}
