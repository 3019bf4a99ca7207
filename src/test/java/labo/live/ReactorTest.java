package labo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.lesson.EventPattern;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import labo.lesson.Step;
import labo.machine.AgentRefusal;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Entered;
import labo.observe.Facts;
import labo.observe.Source;
import org.junit.jupiter.api.Test;

class ReactorTest {
    private static final Facts FACTS = new Facts("local", false, false, "127.0.0.11", "127.0.0.12");
    private static final EventPattern LISTEN = EventPattern.call("listen");
    private static final EventPattern ENTERED = new EventPattern(
            EventPattern.View.CODE, "entered", Map.of("method", List.of("accept")), EventPattern.Outcome.SUCCESS);

    private final FakeAgent b = new FakeAgent();
    private int bells;
    private final Reactor reactor = new Reactor(b, FACTS, () -> bells++);

    private static ScriptStep connect(String as) {
        return new ScriptStep.Connect(as, "8888", true, null);
    }

    private static Call listen() {
        return new Call(
                1,
                1,
                1,
                Source.CODE,
                CallKind.LISTEN,
                "listen",
                1,
                1,
                3,
                1,
                0L,
                null,
                null,
                null,
                Call.Arguments.NONE,
                null);
    }

    private static Entered accept() {
        return new Entered(1, "accept", 1, 3, null);
    }

    private void arm(EventPattern when, ScriptStep... then) {
        reactor.arm(List.of(new Step.Reaction(when, List.of(then))));
    }

    @Test
    void itPlaysTheStepsOneAfterTheOther() {
        arm(
                LISTEN,
                connect("b1"),
                new ScriptStep.Send("b1", List.of(Payload.text("x")), 0),
                new ScriptStep.Shutdown("b1"));
        assertThat(b.played()).isEmpty();
        reactor.offer(listen());
        assertThat(b.played()).containsExactly("connect b1");
        b.done();
        assertThat(b.played()).containsExactly("connect b1", "send b1");
        b.done();
        assertThat(reactor.active()).isTrue();
        b.done();
        assertThat(reactor.active()).isFalse();
        assertThat(bells).isEqualTo(1);
    }

    @Test
    void whatIsNotDescribedChangesNothing() {
        arm(LISTEN, connect("b1"));
        reactor.offer(accept());
        assertThat(b.played()).isEmpty();
        assertThat(reactor.again()).isFalse();
    }

    @Test
    void aRefusedStepEndsItsReactionAndTheNextEventStartsItAgain() {
        arm(LISTEN, connect("b1"), new ScriptStep.Shutdown("b1"));
        reactor.offer(listen());
        b.refuse(new AgentRefusal("refused", "nobody listens"));
        assertThat(reactor.active()).isFalse();
        reactor.offer(listen());
        assertThat(b.played()).containsExactly("connect b1", "connect b1");
    }

    @Test
    void aNameIsFreedBeforeItIsTakenAgain() {
        arm(LISTEN, connect("b1"));
        reactor.offer(listen());
        b.done();
        reactor.offer(listen());
        assertThat(b.played()).containsExactly("connect b1", "close b1");
        b.done();
        assertThat(b.played()).containsExactly("connect b1", "close b1", "connect b1");
    }

    @Test
    void aCallThatMayGoOnByItselfIsAnsweredAgainOnlyWhenItDoesNot() {
        arm(ENTERED, connect("b1"));
        reactor.offer(accept());
        b.done();
        assertThat(reactor.again()).isFalse();
        reactor.offer(accept());
        assertThat(b.played()).containsExactly("connect b1");
        assertThat(reactor.again()).isTrue();
        assertThat(b.played()).containsExactly("connect b1", "close b1");
    }

    @Test
    void reactionsToSeveralEventsWaitForOneAnother() {
        arm(LISTEN, connect("b1"));
        reactor.offer(listen());
        reactor.offer(listen());
        assertThat(b.played()).containsExactly("connect b1");
        b.refuse(new AgentRefusal("refused", ""));
        assertThat(b.played()).containsExactly("connect b1", "connect b1");
    }

    @Test
    void anAwaitedEventLetsTheReactionGoOn() {
        arm(LISTEN, new ScriptStep.Await(ENTERED), connect("b1"));
        reactor.offer(listen());
        assertThat(b.played()).isEmpty();
        reactor.offer(accept());
        assertThat(b.played()).containsExactly("connect b1");
    }

    @Test
    void onceDisarmedNothingStartsButWhatIsPlayedGoesOn() {
        arm(LISTEN, connect("b1"), new ScriptStep.Shutdown("b1"));
        reactor.offer(listen());
        reactor.disarm();
        reactor.offer(listen());
        b.done();
        b.done();
        assertThat(b.played()).containsExactly("connect b1", "shutdown b1");
    }

    @Test
    void armingAnewGivesUpWhatStillWaits() {
        arm(LISTEN, connect("b1"), new ScriptStep.Shutdown("b1"));
        reactor.offer(listen());
        reactor.arm(List.of());
        assertThat(b.asked()).containsExactly("play", "cancel");
        assertThat(reactor.active()).isFalse();
        b.done();
        assertThat(b.played()).containsExactly("connect b1");
    }
}
