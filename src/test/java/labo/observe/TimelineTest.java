package labo.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static final Facts TRACED = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
    private static final Facts UNTRACED = new Facts("local", false, false, "127.0.0.1", "127.0.0.1");
    private static final Ending EXITED = Ending.of(Ending.How.EXITED);

    private static PeerEvent peer(double time, String kind, String as, String text) {
        return new PeerEvent(time, kind, as, null, null, null, Octets.utf8(text), text.length());
    }

    private static ProgramEvent.Wrote wrote(double time, boolean error, String text) {
        return new ProgramEvent.Wrote(time, error, Octets.utf8(text));
    }

    private static Timeline of(Event... events) {
        return new Timeline(TRACED, EXITED, List.of(events));
    }

    @Test
    void isInOrderOfTimeAndKeepsTheOrderOfEventsAtOneMoment() {
        Event late = wrote(3, false, "late");
        Event first = wrote(1, false, "first");
        Event second = peer(1, "receive", "c1", "second");
        assertThat(of(late, first, second).events()).containsExactly(first, second, late);
        assertThat(of(late, second, first).events()).containsExactly(second, first, late);
    }

    @Test
    void beginsWithItsFirstEvent() {
        assertThat(of(wrote(3, false, ""), wrote(2, false, "")).start()).isEqualTo(2);
        assertThat(of().start()).isZero();
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Event> events = new ArrayList<>(List.of(wrote(1, false, "a")));
        Timeline timeline = new Timeline(TRACED, EXITED, events);
        events.clear();
        assertThat(timeline.events()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> timeline.events().clear());
    }

    @Test
    void restsOnTheKernelWhereItWasTraced() {
        Timeline timeline = TimelineBuilder.program("s.py").bind(3, 1, "", 8888).build();
        assertThat(timeline.calls()).extracting(Call::source).containsExactly(Source.KERNEL);
        assertThat(timeline.codeCalls()).extracting(Call::source).containsExactly(Source.CODE);
    }

    @Test
    void restsOnTheInterpretersWordWhereNothingBetterWatches() {
        Timeline traced = TimelineBuilder.program("s.py").bind(3, 1, "", 8888).build();
        Timeline timeline = new Timeline(UNTRACED, EXITED, traced.events());
        assertThat(timeline.calls()).extracting(Call::source).containsExactly(Source.CODE);
    }

    @Test
    void placesTheKernelsCallsInTheCode() {
        Timeline timeline = TimelineBuilder.program("s.py").bind(3, 1, "", 8888).build();
        assertThat(timeline.calls(CallKind.BIND)).extracting(Call::line).containsExactly(new CodeLine("s.py", 3));
    }

    @Test
    void findsTheFirstCallThatSucceeded() {
        Timeline timeline = TimelineBuilder.program("s.py")
                .refused(CallKind.BIND, 3, 1, "EADDRINUSE", "OSError", "in use")
                .bind(4, 1, "", 8889)
                .bind(5, 2, "", 8890)
                .build();
        assertThat(timeline.firstSuccess(CallKind.BIND).map(Call::line)).contains(new CodeLine("s.py", 4));
        assertThat(timeline.firstSuccess(CallKind.LISTEN)).isEmpty();
    }

    @Test
    void joinsWhatOneEndpointReceivedByStreamOrDatagram() {
        Timeline timeline = of(
                peer(2, "receive", "c1", "lut"),
                peer(1, "receive", "c1", "Sa"),
                peer(3, "receive", "c2", "other"),
                peer(4, "send", "c1", "sent"),
                peer(5, "recvfrom", "c1", "!"),
                peer(6, "lost", "c1", "lost"));
        assertThat(timeline.receivedBy("c1")).isEqualTo(Octets.utf8("Salut!"));
        assertThat(timeline.receivedBy("c3")).isEqualTo(Octets.EMPTY);
        assertThat(timeline.endpoints()).containsExactly("c1", "c2");
        assertThat(timeline.peer("receive")).hasSize(3);
    }

    @Test
    void keepsTheTwoOutputsApart() {
        Timeline timeline = of(wrote(2, false, "b"), wrote(1, false, "a"), wrote(3, true, "err"));
        assertThat(timeline.output(false)).isEqualTo(Octets.utf8("ab"));
        assertThat(timeline.output(true)).isEqualTo(Octets.utf8("err"));
    }

    @Test
    void tellsHowTheProgramEndedLast() {
        Event stopped = new ProgramEvent.Exited(1, null, "SIGKILL", true);
        ProgramEvent.Exited restarted = new ProgramEvent.Exited(2, 0, null, false);
        assertThat(of(stopped, restarted).exit()).contains(restarted);
        assertThat(of().exit()).isEmpty();
    }

    @Test
    void namesTheFirstLimitAndTheFirstUncaughtException() {
        ProgramEvent.LimitHit output = new ProgramEvent.LimitHit(1, "output", 1000);
        Raised first = new Raised(1, "ValueError", "x", null, null);
        Timeline timeline =
                of(output, first, new ProgramEvent.LimitHit(2, "wall", 20), new Raised(2, "KeyError", "y", null, null));
        assertThat(timeline.limit()).contains(output);
        assertThat(timeline.uncaught()).contains(first);
    }

    @Test
    void canLeaveEventsOut() {
        Timeline timeline = of(wrote(1, false, "a"), wrote(2, true, "b"));
        assertThat(timeline.without(event -> event.kind().equals("stderr")).events())
                .extracting(Event::kind)
                .containsExactly("stdout");
    }
}
