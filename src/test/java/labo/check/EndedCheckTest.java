package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import labo.lesson.Expectation;
import labo.observe.Ending;
import labo.observe.Ending.How;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndedCheckTest {
    private static final Check ENDS = Check.of(new Expectation.Ended(List.of(0), List.of()));
    private static final Check WAITS = Check.of(new Expectation.Ended(List.of(), List.of("accept")));
    private static final Check ENDS_OR_ACCEPTS = Check.of(new Expectation.Ended(List.of(0, 3), List.of("accept")));

    private static TimelineBuilder program() {
        return TimelineBuilder.program("server.py");
    }

    /** The lab ended a program that waited in these calls. */
    private static Timeline waiting(How how, String... calls) {
        Timeline stopped = Timelines.with(
                program().entered(9, "accept").build(), new ProgramEvent.Exited(2000, null, "SIGKILL", true));
        List<Ending.Wait> waits = Arrays.stream(calls)
                .map(call -> new Ending.Wait(call, 3, false))
                .toList();
        return Timelines.ended(new Ending(how, waits), stopped);
    }

    private static Verdict.Failed failure(Check check, Timeline timeline) {
        return check.examine(timeline).failure().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "3,true", "1,false", "2,false"})
    void acceptsTheseExitCodesAlone(int code, boolean passes) {
        assertThat(ENDS_OR_ACCEPTS.examine(program().exit(code).build()) instanceof Verdict.Passed)
                .isEqualTo(passes);
    }

    @Test
    void showsTheExitCode() {
        assertThat(failure(ENDS, program().exit(1).build()))
                .isEqualTo(new Verdict.Failed("le programme finit, code de sortie 0", "code de sortie 1", null, null));
    }

    @Test
    void showsTheSignal() {
        Timeline killed = Timelines.with(program().build(), new ProgramEvent.Exited(2000, null, "SIGSEGV", false));
        assertThat(failure(ENDS_OR_ACCEPTS, killed).observed()).isEqualTo("arrêté par le signal SIGSEGV");
    }

    @Test
    void anUncaughtExceptionIsNoGoodEndWhateverTheCode() {
        Timeline inAThread = Timelines.with(
                program().uncaught(7, "OSError", "broken").build(), new ProgramEvent.Exited(2000, 0, null, false));
        assertThat(failure(ENDS, inAThread).observed()).isEqualTo("OSError\u00A0: broken (ligne 7)");
        assertThat(failure(ENDS, inAThread).line()).isEqualTo(7);
    }

    @Test
    void aLimitIsNamedBeforeAllElse() {
        assertThat(failure(ENDS_OR_ACCEPTS, program().limit("spin").build()).observed())
                .startsWith("le programme tourne à vide");
    }

    @Test
    void mayWaitWhereTheCourseSaysSo() {
        assertThat(ENDS_OR_ACCEPTS.examine(waiting(How.WAITING, "accept"))).isEqualTo(new Verdict.Passed());
        assertThat(ENDS_OR_ACCEPTS.examine(waiting(How.WAITING, "recv", "accept")))
                .isEqualTo(new Verdict.Passed());
    }

    @Test
    void pollStandsForAnyWaitThatIsAllowedAndForNoneOtherwise() {
        assertThat(ENDS_OR_ACCEPTS.examine(waiting(How.WAITING, "poll"))).isEqualTo(new Verdict.Passed());
        assertThat(ENDS.examine(waiting(How.WAITING, "poll"))).isInstanceOf(Verdict.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"WAITING,recv", "STUCK,accept", "DEADLINE,accept", "EXITED,accept"})
    void mayNotWaitElsewhereNorBeforeMachineBHasDoneItsPart(How how, String call) {
        assertThat(ENDS_OR_ACCEPTS.examine(waiting(how, call))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void saysWhatTheProgramWaitsInAndWhere() {
        assertThat(failure(ENDS, waiting(How.STUCK, "recv", "recv")))
                .isEqualTo(new Verdict.Failed(
                        "le programme finit, code de sortie 0", "le programme attend encore dans `recv`", null, 9));
        assertThat(failure(ENDS_OR_ACCEPTS, waiting(How.STUCK, "recv")).expected())
                .isEqualTo("le programme finit, code de sortie 0, 3, ou attend dans `accept`");
        assertThat(failure(WAITS, program().build()).expected())
                .isEqualTo("le programme attend la suite, dans `accept`");
        assertThat(failure(ENDS, waiting(How.DEADLINE)).observed()).isEqualTo("le programme tourne encore");
    }

    @Test
    void anUncaughtExceptionInAThreadIsNotMadeUpForByAGoodWait() {
        Timeline timeline = Timelines.with(
                waiting(How.WAITING, "accept"), new labo.observe.Raised(1500, "KeyError", "x", null, null));
        assertThat(ENDS_OR_ACCEPTS.examine(timeline)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void passesNothingWhereNoEndWasObserved() {
        assertThat(failure(ENDS, Timelines.EMPTY).observed()).startsWith("rien\u00A0:");
        assertThat(ENDS_OR_ACCEPTS.examine(Timelines.ended(Ending.of(How.WAITING), Timelines.EMPTY)))
                .isInstanceOf(Verdict.Failed.class);
        assertThat(ENDS.examine(program().build())).isInstanceOf(Verdict.Failed.class);
    }
}
