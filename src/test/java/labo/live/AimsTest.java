package labo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.grade.Binding;
import labo.grade.Values;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.lesson.Step;
import labo.observe.Ending;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Timeline;
import org.junit.jupiter.api.Test;

class AimsTest {
    private static final Facts FACTS = new Facts("local", false, false, "127.0.0.11", "127.0.0.12");

    private static Step.Aim value(String value, boolean fresh) {
        EventPattern pattern = new EventPattern(
                EventPattern.View.PROGRAM, "evaluated", Map.of("value", List.of(value)), EventPattern.Outcome.SUCCESS);
        return new Step.Aim(new Expectation.Happened(pattern, 1, null), fresh);
    }

    private static Aims aims(Step.Aim... aims) {
        Step.Live step = new Step.Live(
                "id",
                "",
                "",
                Map.of(),
                List.of(),
                false,
                List.of(aims),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return Aims.of(step, new Binding(Values.of(Map.of("n", "7"))));
    }

    private static Timeline shown(String... values) {
        List<Event> events = java.util.Arrays.stream(values)
                .<Event>map(value -> new Evaluated(1, 1, value, null, null, null, List.of()))
                .toList();
        return new Timeline(FACTS, Ending.of(Ending.How.WAITING), events);
    }

    @Test
    void allOfThemMustHold() {
        Aims aims = aims(value("1", false), value("2", false));
        assertThat(aims.hold(shown("1"), shown("1"))).isFalse();
        assertThat(aims.hold(shown("1", "2"), shown())).isTrue();
    }

    @Test
    void aFreshOneLooksAtTheStepAlone() {
        assertThat(aims(value("1", true)).hold(shown("1"), shown())).isFalse();
        assertThat(aims(value("1", true)).hold(shown("1"), shown("1"))).isTrue();
    }

    @Test
    void valuesArePutIn() {
        assertThat(aims(value("${n}", false)).hold(shown("7"), shown())).isTrue();
        assertThat(aims(value("${n}", false)).hold(shown("8"), shown())).isFalse();
    }

    @Test
    void nothingObservedIsNothingDone() {
        assertThat(aims(value("1", false)).hold(shown(), shown())).isFalse();
    }
}
