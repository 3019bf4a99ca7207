package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import labo.lesson.EventPattern;
import labo.lesson.Limits;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.Ending.How;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PerformanceTest {
    private static final Facts FACTS = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
    private static final Program PROGRAM = new Program(
            "server.py", Map.of("server.py", Octets.utf8("pass")), List.of("x"), Octets.utf8("in"), Limits.DEFAULT);
    private static final ScriptStep AWAIT_LISTEN = new ScriptStep.Await(EventPattern.call("listen"));
    private static final ScriptStep CONNECT = new ScriptStep.Connect("c1", "8888", true, null);
    private static final ScriptStep RECEIVE = new ScriptStep.Receive("c1", new ScriptStep.Until.End(), null);
    private static final ScriptStep SEND = new ScriptStep.Send("c1", List.of(Payload.text("Salut")), 0);
    private static final String NOTHING_WAITS = "\"waiting\": [], \"busy\": []";

    private final List<JsonNode> played = new ArrayList<>();
    private final List<JsonNode> runs = new ArrayList<>();
    private double time = 1000;

    /** What the program does once started; tells events by {@link #a}. */
    private Runnable whenRun = () -> {};
    /** What machine B answers to a step; null: nothing yet. */
    private FakeAgent.Behaviour whenPlayed = (op, step) -> "{}";
    /** What happens as the lab looks at the machines. */
    private Runnable whenLookedAt = () -> {};

    private Runnable whenStopped = () -> {};
    private Capture capture = Capture.PACKETS;
    private final List<JsonNode> captures = new ArrayList<>();
    private boolean alive;
    private String threads = "{\"waits\": \"accept\", \"fd\": 3, \"bounded\": false}";
    private String stepsOfB = NOTHING_WAITS;

    private final FakeAgent a = new FakeAgent(this::answerOfA);
    private final FakeAgent b = new FakeAgent(this::answerOfB);
    private final FakeLab lab = new FakeLab(FACTS, a, b);

    private String answerOfA(String op, JsonNode parameters) {
        switch (op) {
            case "run" -> {
                runs.add(parameters);
                alive = true;
                a.tell(new ProgramEvent.Started(now(), 7));
                whenRun.run();
            }
            case "stop" -> {
                if (alive) {
                    whenStopped.run();
                    exit(null, true);
                }
            }
            case "state" -> {
                whenLookedAt.run();
                return "{\"alive\": %s, \"processes\": [{\"pid\": 7, \"threads\": [%s]}], \"sockets\": [], \"events\": %d}"
                        .formatted(alive, alive ? threads : "", a.delivered());
            }
            default -> {}
        }
        return "{}";
    }

    private @Nullable String answerOfB(String op, JsonNode parameters) throws LabException {
        if (op.equals("play")) {
            played.add(parameters.path("step"));
            return whenPlayed.answer(op, parameters.path("step"));
        }
        if (op.equals("capture")) {
            captures.add(parameters);
        }
        return op.equals("state") ? "{%s, \"sockets\": [], \"events\": %d}".formatted(stepsOfB, b.delivered()) : "{}";
    }

    private double now() {
        time += 0.001;
        return time;
    }

    private void exit(@Nullable Integer code, boolean stopped) {
        alive = false;
        a.tell(new ProgramEvent.Exited(now(), code, code == null ? "SIGKILL" : null, stopped));
    }

    private void call(CallKind kind) {
        double at = now();
        a.tell(new Call(
                at,
                at,
                at,
                Source.KERNEL,
                kind,
                kind.term(),
                7,
                7,
                3,
                1,
                0L,
                null,
                null,
                null,
                Call.Arguments.NONE,
                null));
    }

    private void peer(String kind) {
        b.tell(new PeerEvent(now(), kind, "c1", null, null, null, null, null));
    }

    private Timeline play(ScriptStep... script) throws LabException, InterruptedException {
        return play(System::nanoTime, script);
    }

    private Timeline play(LongSupplier nanoTime, ScriptStep... script) throws LabException, InterruptedException {
        return play(nanoTime, nanoTime, script);
    }

    private Timeline play(LongSupplier nanoTime, LongSupplier wallNanos, ScriptStep... script)
            throws LabException, InterruptedException {
        return Performance.play(
                lab,
                PROGRAM,
                List.of(script),
                (pattern, event, facts) -> event.kind().equals(pattern.kind()),
                capture,
                nanoTime,
                wallNanos);
    }

    private static List<String> kinds(Timeline timeline) {
        return timeline.events().stream().map(Event::kind).toList();
    }

    @Test
    void aConversationIsPlayedToItsEnd() throws Exception {
        whenRun = () -> call(CallKind.LISTEN);
        whenPlayed = (op, step) -> {
            peer(step.path("do").asText());
            if (step.path("do").asText().equals("receive")) {
                exit(0, false);
            }
            return "{}";
        };
        Timeline timeline = play(AWAIT_LISTEN, CONNECT, SEND, RECEIVE);
        assertThat(kinds(timeline)).containsExactly("started", "listen", "connect", "send", "receive", "exit");
        assertThat(timeline.ending()).isEqualTo(Ending.of(How.EXITED));
        assertThat(timeline.facts()).isEqualTo(FACTS);
    }

    @Test
    void theProgramGetsItsFilesArgumentsInputAndLimits() throws Exception {
        whenRun = () -> exit(0, false);
        play();
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.path("main").asText()).isEqualTo("server.py");
            assertThat(run.at("/files/0/name").asText()).isEqualTo("server.py");
            assertThat(run.at("/files/0/data").asText())
                    .isEqualTo(Octets.utf8("pass").toBase64());
            assertThat(run.at("/arguments/0").asText()).isEqualTo("x");
            assertThat(run.path("stdin").asText()).isEqualTo(Octets.utf8("in").toBase64());
            assertThat(run.at("/limits/wallMs").asLong()).isEqualTo(Limits.DEFAULT.wallMs());
        });
    }

    @Test
    void bothMachinesAreClearedBeforeAndMachineBAfterToo() throws Exception {
        whenRun = () -> exit(0, false);
        play();
        assertThat(a.asked()).startsWith("reset", "run");
        assertThat(b.asked()).startsWith("reset", "capture").endsWith("cancel", "capture", "reset");
    }

    @Test
    void wholeFramesAreKeptOnlyWhereTheyAreAskedFor() throws Exception {
        whenRun = () -> exit(0, false);
        play();
        assertThat(captures).extracting(JsonNode::toString).first().isEqualTo("{\"on\":true}");
        captures.clear();
        capture = Capture.FRAMES;
        play();
        assertThat(captures).first().satisfies(asked -> {
            assertThat(asked.path("on").asBoolean()).isTrue();
            assertThat(asked.path("frames").asBoolean()).isTrue();
        });
    }

    @Test
    void aProgramThatEndsBeforeItListensIsNotWaitedFor() throws Exception {
        whenRun = () -> exit(1, false);
        Timeline timeline = play(AWAIT_LISTEN, CONNECT);
        assertThat(timeline.ending().how()).isEqualTo(How.EXITED);
        assertThat(played).isEmpty();
    }

    @Test
    void aStepThatIsRefusedEndsTheScript() throws Exception {
        whenPlayed = (op, step) -> {
            throw new AgentRefusal("refused", "nobody listens");
        };
        Timeline timeline = play(CONNECT, SEND);
        assertThat(played).hasSize(1);
        assertThat(timeline.ending().how()).isEqualTo(How.STUCK);
        assertThat(timeline.ending().waitsIn("accept")).isTrue();
    }

    @Test
    void aStepThatTheAgentDoesNotUnderstandIsTheLabsFault() {
        whenPlayed = (op, step) -> {
            throw new AgentRefusal("usage", "what?");
        };
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> play(CONNECT))
                .extracting(LabException::fault)
                .isEqualTo(LabException.Fault.LOST);
    }

    @Test
    void aLostMachineIsTheLabsFault() {
        LabException gone = new LabException(LabException.Fault.LOST, "agent B has ended");
        whenPlayed = (op, step) -> {
            throw gone;
        };
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> play(CONNECT))
                .isSameAs(gone);
    }

    /** The order of events is read off that clock: what was seen may be the wrong way round. */
    @Test
    void aClockThatIsSetMeanwhileIsTheLabsFault() {
        AtomicLong setBack = new AtomicLong();
        whenRun = () -> {
            setBack.set(3_600_000_000_000L);
            exit(0, false);
        };
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> play(System::nanoTime, () -> System.nanoTime() - setBack.get()))
                .matches(fault -> fault.fault() == LabException.Fault.CLOCK);
    }

    @Test
    void twoMachinesThatWaitForEachOtherAreStuckAtOnce() throws Exception {
        threads = "{\"waits\": \"recv\", \"fd\": 4, \"bounded\": false}";
        whenPlayed = (op, step) -> null;
        stepsOfB = "\"waiting\": [{\"do\": \"receive\", \"as\": \"c1\"}], \"busy\": []";
        Timeline timeline = play(RECEIVE, SEND);
        assertThat(timeline.ending()).isEqualTo(new Ending(How.STUCK, List.of(new Ending.Wait("recv", 4, false))));
        assertThat(played).hasSize(1);
        assertThat(timeline.exit())
                .hasValueSatisfying(exit -> assertThat(exit.stopped()).isTrue());
    }

    @Test
    void aMachineBThatIsAtWorkIsWaitedFor() throws Exception {
        whenPlayed = (op, step) -> null;
        stepsOfB = "\"waiting\": [], \"busy\": [{\"do\": \"pause\"}]";
        AtomicLong looks = new AtomicLong();
        whenLookedAt = () -> {
            if (looks.incrementAndGet() == 4) {
                stepsOfB = NOTHING_WAITS;
                exit(0, false);
                b.settle(pause -> pause.complete(FakeAgent.read("{}")));
            }
        };
        assertThat(play(new ScriptStep.Pause(300)).ending().how()).isEqualTo(How.EXITED);
    }

    @Test
    void aServerThatWaitsForItsNextClientOnceAllIsPlayedIsWaiting() throws Exception {
        Timeline timeline = play(CONNECT);
        assertThat(timeline.ending()).isEqualTo(new Ending(How.WAITING, List.of(new Ending.Wait("accept", 3, false))));
    }

    @Test
    void aServerThatLooksForItsNextClientNowAndThenIsWaitingToo() throws Exception {
        threads = "{\"waits\": \"poll\", \"bounded\": true}";
        assertThat(play(CONNECT).ending().how()).isEqualTo(How.WAITING);
    }

    @Test
    void aPictureThatIsOlderThanTheNewsIsNotBelieved() throws Exception {
        AtomicLong looks = new AtomicLong();
        whenLookedAt = () -> {
            if (looks.incrementAndGet() == 2) {
                call(CallKind.CLOSE);
            } else if (looks.get() == 4) {
                exit(0, false);
            }
        };
        assertThat(play(CONNECT).ending().how()).isEqualTo(How.EXITED);
    }

    @Test
    void theNewsOfTheEndDoesNotCutOffMachineBsLastWords() throws Exception {
        whenPlayed = (op, step) -> {
            exit(0, false);
            return "{}";
        };
        AtomicLong looks = new AtomicLong();
        whenLookedAt = () -> {
            if (looks.incrementAndGet() == 2) {
                peer("end");
            }
        };
        assertThat(play(CONNECT).peer("end")).hasSize(1);
    }

    @Test
    void lastWordsThatNeverComeAreNotWaitedForForEver() throws Exception {
        whenRun = () -> exit(0, false);
        stepsOfB = "\"waiting\": [], \"busy\": [{\"do\": \"send\"}]";
        AtomicLong clock = new AtomicLong();
        Timeline timeline = play(() -> clock.addAndGet(1_000_000_000L));
        assertThat(timeline.ending().how()).isEqualTo(How.EXITED);
    }

    @Test
    void whatTheLabsOwnStopCausesIsNotRecorded() throws Exception {
        whenStopped = () -> {
            peer("end");
            call(CallKind.CLOSE);
        };
        Timeline timeline = play(CONNECT);
        assertThat(kinds(timeline)).containsExactly("started", "exit");
    }

    @Test
    void whatMachineBSawOnceALimitHadEndedTheProgramIsTakenOut() throws Exception {
        whenPlayed = (op, step) -> {
            peer("receive");
            a.tell(new ProgramEvent.LimitHit(now(), "wall", 20_000));
            exit(null, true);
            peer("end");
            return "{}";
        };
        assertThat(kinds(play(CONNECT))).containsExactly("started", "receive", "limit", "exit");
    }

    @Test
    void aProgramThatNeverComesToAnEndIsGivenUpAtTheDeadline() throws Exception {
        threads = "{\"waits\": \"running\", \"bounded\": false}";
        AtomicLong clock = new AtomicLong();
        Timeline timeline = play(() -> clock.addAndGet(10_000_000_000L), AWAIT_LISTEN);
        assertThat(timeline.ending()).isEqualTo(Ending.of(How.DEADLINE));
    }

    @Test
    void aClientComesOnceTheProgramHasDoneAllItCouldByItself() throws Exception {
        threads = "{\"waits\": \"running\", \"bounded\": false}";
        AtomicLong looks = new AtomicLong();
        whenLookedAt = () -> {
            if (looks.incrementAndGet() == 3) {
                threads = "{\"waits\": \"poll\", \"bounded\": true}";
                assertThat(played).isEmpty();
            }
        };
        Timeline timeline = play(new ScriptStep.AwaitIdle(), CONNECT);
        assertThat(looks.get()).isGreaterThan(3);
        assertThat(played).hasSize(1);
        assertThat(timeline.ending().how()).isEqualTo(How.WAITING);
    }

    @Test
    void aProgramThatNeverRestsIsNotWaitedForForEver() throws Exception {
        threads = "{\"waits\": \"sleep\", \"bounded\": true}";
        AtomicLong clock = new AtomicLong();
        play(() -> clock.addAndGet(500_000_000L), new ScriptStep.AwaitIdle(), CONNECT);
        assertThat(played).hasSize(1);
    }

    @Test
    void whatAnEarlierRunDidIsNotWhatIsAwaitedOfTheNext() throws Exception {
        whenRun = () -> {
            call(runs.size() == 1 ? CallKind.LISTEN : CallKind.BIND);
            if (runs.size() == 2) {
                exit(1, false);
            }
        };
        Timeline timeline = play(AWAIT_LISTEN, new ScriptStep.Restart(), AWAIT_LISTEN, CONNECT);
        assertThat(timeline.ending().how()).isEqualTo(How.EXITED);
        assertThat(played).isEmpty();
    }

    @Test
    void aScriptMayStartTheProgramLater() throws Exception {
        List<String> order = new ArrayList<>();
        whenRun = () -> {
            order.add("run");
            exit(0, false);
        };
        whenPlayed = (op, step) -> {
            order.add(step.path("do").asText());
            return "{}";
        };
        play(new ScriptStep.Listen("srv", "8888"), new ScriptStep.Start(), new ScriptStep.AwaitExit());
        assertThat(order).containsExactly("listen", "run");
    }

    @Test
    void machineBMayDoItsPartBetweenTwoRuns() throws Exception {
        List<String> order = new ArrayList<>();
        whenRun = () -> order.add("run");
        whenStopped = () -> order.add("stop");
        whenPlayed = (op, step) -> {
            order.add(step.path("do").asText());
            return "{}";
        };
        play(new ScriptStep.Start(), new ScriptStep.Stop(), RECEIVE, new ScriptStep.Start());
        assertThat(order).containsExactly("run", "stop", "receive", "run", "stop");
    }

    @Test
    void aRestartEndsTheProgramAndStartsItAgain() throws Exception {
        whenRun = () -> {
            if (runs.size() == 2) {
                exit(0, false);
            }
        };
        Timeline timeline = play(new ScriptStep.Restart(), new ScriptStep.AwaitExit());
        assertThat(runs).extracting(run -> run.path("run").asText()).containsExactly("r1", "r2");
        assertThat(kinds(timeline)).containsExactly("started", "exit", "started", "exit");
        assertThat(timeline.ending().how()).isEqualTo(How.EXITED);
    }
}
