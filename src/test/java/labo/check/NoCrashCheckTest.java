package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import labo.lesson.Expectation;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

final class NoCrashCheckTest {
    private static final Check CHECK = Check.of(new Expectation.NoCrash());

    private static TimelineBuilder program() {
        return TimelineBuilder.program("server.py");
    }

    private static Verdict.Failed failure(Timeline timeline) {
        return CHECK.examine(timeline).failure().orElseThrow();
    }

    @Test
    void passesAProgramThatRan() {
        assertThat(CHECK.examine(program().exit(1).build())).isEqualTo(new Verdict.Passed());
    }

    @Test
    void passesAProgramThatTheLabEnded() {
        assertThat(CHECK.examine(program().stuckIn(5, "accept").build())).isEqualTo(new Verdict.Passed());
    }

    @Test
    void namesTheExceptionAndItsLine() {
        assertThat(failure(program().uncaught(4, "TypeError", "m").build()))
                .isEqualTo(new Verdict.Failed("aucune erreur", "TypeError\u00A0: m (ligne 4)", null, 4));
    }

    @Test
    void namesAnExceptionWithoutALine() {
        assertThat(failure(Timelines.with(program().build(), new labo.observe.Raised(1, "E", "m", null, null))))
                .isEqualTo(new Verdict.Failed("aucune erreur", "E\u00A0: m", null, null));
    }

    @Test
    void namesTheLimit() {
        assertThat(failure(program().limit("memory").build()).observed())
                .startsWith("le programme demande trop de mémoire");
    }

    @Test
    void failsAProgramThatASignalEnded() {
        Timeline crashed = Timelines.with(program().build(), new ProgramEvent.Exited(2000, null, "SIGSEGV", false));
        assertThat(failure(crashed).observed()).isEqualTo("arrêté par le signal SIGSEGV");
    }

    @Test
    void passesNothingWhereNothingWasObserved() {
        assertThat(failure(Timelines.EMPTY).observed()).startsWith("rien\u00A0:");
    }
}
