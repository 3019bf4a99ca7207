package labo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.lesson.Lesson;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import labo.lesson.Step;
import labo.machine.Lab;
import labo.machine.Labs;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.tcp.TcpPaths;
import labo.observe.tcp.TcpState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a live session promises, in both sandboxes. */
@ParameterizedClass
@ValueSource(strings = {"local", "docker"})
@Timeout(120)
class LiveSessionIT {
    private static final EventPattern RECEIVES = new EventPattern(
            EventPattern.View.CODE, "entered", Map.of("method", List.of("recv")), EventPattern.Outcome.SUCCESS);
    private static final EventPattern ACCEPTS = new EventPattern(
            EventPattern.View.CODE, "entered", Map.of("method", List.of("accept")), EventPattern.Outcome.SUCCESS);
    private static final Step.Live WELCOME = step(
            "welcome",
            List.of("import socket", "s = socket.create_server((\"\", 18888))"),
            new Expectation.Happened(EventPattern.call("accept"), 1, null),
            new Step.Reaction(ACCEPTS, List.of(new ScriptStep.Connect("b1", "18888", true, null))));
    private static final Step.Live HEAR = step(
            "hear",
            List.of(),
            new Expectation.Happened(EventPattern.call("recv"), 3, null),
            new Step.Reaction(RECEIVES, List.of(new ScriptStep.Send("b1", List.of(Payload.text("salut")), 0))));
    private static final Lesson LESSON = new Lesson("lesson", 1, "", "", "", List.of(WELCOME, HEAR), null, List.of());

    @SuppressWarnings("NullAway.Init") // by open
    private static Labs labs;

    @SuppressWarnings("NullAway.Init") // by open
    private static Lab lab;

    private final Heard heard = new Heard();

    @SuppressWarnings("NullAway.Init") // by start
    private LabSession session;

    LiveSessionIT(String sandbox) {
        assertThat(lab.facts().sandbox()).isEqualTo(sandbox);
    }

    @BeforeParameterizedClassInvocation
    static void open(String sandbox) throws Exception {
        labs = Sandboxes.labs(sandbox);
        lab = labs.open();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        labs.close();
    }

    @BeforeEach
    void start() throws Exception {
        session = LabSession.open(lab, LESSON, 1, heard);
    }

    private static Step.Live step(String id, List<String> before, Expectation aim, Step.Reaction reaction) {
        return new Step.Live(
                id,
                "",
                "",
                Map.of(),
                before,
                false,
                List.of(new Step.Aim(aim, false)),
                List.of(reaction),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private LiveSession.Settled run(String source) throws Exception {
        assertThat(session.feed(source)).isEqualTo(Feed.RUNNING);
        return session.settle();
    }

    private List<String> values() {
        return heard.events().stream()
                .filter(Evaluated.class::isInstance)
                .map(event -> String.valueOf(((Evaluated) event).value()))
                .toList();
    }

    @Test
    void aStatementIsNotWholeUntilPythonSaysSo() throws Exception {
        assertThat(session.feed("for i in range(2):")).isEqualTo(Feed.INCOMPLETE);
        assertThat(session.feed("for i in range(2):\n    i\n")).isEqualTo(Feed.RUNNING);
        assertThat(session.settle()).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(values()).containsExactly("0\n1");
        assertThat(session.statements()).containsExactly("for i in range(2):\n    i\n");
    }

    @Test
    void whatBlocksIsSaidAndAnInterruptEndsIt() throws Exception {
        run("import socket");
        run("s = socket.create_server((\"\", 18888))");
        assertThat(run("s.accept()")).isEqualTo(LiveSession.Settled.BLOCKED);
        assertThat(session.feed("1")).isEqualTo(Feed.BUSY);
        session.interrupt();
        assertThat(session.settle()).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(session.timeline()
                        .all(Evaluated.class)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .exception())
                .isEqualTo("KeyboardInterrupt");
        assertThat(run("6 * 7")).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(values()).endsWith("42");
        assertThat(heard.ends()).isEmpty();
    }

    @Test
    void theSocketsAreThoseOfTheMomentAlsoWhileACallWaits() throws Exception {
        run("import socket");
        run("s = socket.create_server((\"\", 18888), backlog=3)");
        assertThat(run("s.accept()")).isEqualTo(LiveSession.Settled.BLOCKED);
        assertThat(session.sockets()).singleElement().satisfies(listener -> {
            assertThat(listener.listens()).isTrue();
            assertThat(listener.local().port()).isEqualTo(18888);
            assertThat(listener.backlog()).isEqualTo(3);
            assertThat(listener.command()).startsWith("python3");
            assertThat(listener.fd()).isNotNull();
        });
        session.interrupt();
        assertThat(session.settle()).isEqualTo(LiveSession.Settled.IDLE);
    }

    @Test
    void whereItIsCapturedEveryPacketHasItsFrame() throws Exception {
        session.enter(WELCOME);
        run("conn, _ = s.accept()");
        List<Packet> packets = session.timeline().all(Packet.class).toList();
        assertThat(packets)
                .hasSize(lab.facts().captured() ? 3 : 0)
                .allSatisfy(packet -> assertThat(packet.frame()).isNotNull());
        assertThat(TcpPaths.of(session.timeline()).stream().filter(path -> path.remote() != null))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.state()).isEqualTo(TcpState.ESTABLISHED))
                .allSatisfy(path ->
                        assertThat(path.deduced()).isNotEqualTo(lab.facts().captured()));
    }

    @Test
    void machineBAnswersInTrueOrderAndAgainWhenNothingElseWould() throws Exception {
        session.enter(WELCOME);
        assertThat(heard.prepared()).isEqualTo(WELCOME.before());
        assertThat(run("conn, _ = s.accept()")).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(heard.done()).containsExactly("welcome");
        session.enter(HEAR);
        assertThat(run("conn.recv(3)")).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(run("conn.recv(3)")).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(values()).endsWith("b'sal'", "b'ut'");
        assertThat(run("conn.recv(9)")).isEqualTo(LiveSession.Settled.IDLE);
        assertThat(values()).endsWith("b'sal'", "b'ut'", "b'salut'");
        assertThat(heard.done()).containsExactly("welcome", "hear");
        assertThat(heard.events().stream().filter(PeerEvent.class::isInstance).map(Event::kind))
                .containsExactly("connect", "send", "send");
        assertThat(heard.events()).isSortedAccordingTo(java.util.Comparator.comparingDouble(Event::time));
    }

    @Test
    void aFreshInterpreterStandsWhereTheOldOneStood() throws Exception {
        session.enter(WELCOME);
        run("conn, _ = s.accept()");
        session.enter(HEAR);
        run("data = conn.recv(9)");
        List<String> typed = session.statements();
        int told = heard.events().size();
        session.restart(typed);
        assertThat(heard.events()).hasSize(told);
        assertThat(session.statements()).isEqualTo(typed);
        run("data");
        assertThat(values()).endsWith("b'salut'");
        assertThat(heard.done()).containsExactly("welcome");
    }

    @Test
    void aReplayGoesOnAfterWhatBlocks() throws Exception {
        session.restart(List.of("import socket", "t = socket.create_server((\"\", 18889))", "t.accept()", "n = 5"));
        run("n");
        assertThat(values()).containsExactly("5");
    }

    @Test
    void leavingIsNoDeath() throws Exception {
        run("exit()");
        assertThat(heard.ends()).containsExactly(LiveListener.End.LEFT);
        session.restart(List.of());
        run("1");
        assertThat(values()).endsWith("1");
    }

    @Test
    void deathIsSaid() throws Exception {
        run("import os");
        run("os.kill(os.getpid(), 9)");
        assertThat(heard.ends()).containsExactly(LiveListener.End.DIED);
    }

    @Test
    void closingLeavesTheLabUsable() throws Exception {
        session.close();
        assertThat(lab.a().ask("state", Map.of()).get().path("alive").asBoolean())
                .isFalse();
    }
}
