package labo.live;

import java.util.List;
import labo.check.Check;
import labo.check.EventMatcher;
import labo.check.Verdict;
import labo.grade.Binding;
import labo.lesson.Expectation;
import labo.lesson.Step;
import labo.observe.Call;
import labo.observe.Timeline;

/**
 * What a step wants to see. Pure.
 *
 * @param aims without any name left
 */
record Aims(List<Step.Aim> aims) {
    Aims {
        aims = List.copyOf(aims);
    }

    /** The aims of a step, with its values put in. */
    static Aims of(Step.Live step, Binding binding) {
        return new Aims(step.aims().stream()
                .map(aim -> new Step.Aim(binding.expectation(aim.expectation()), aim.fresh()))
                .toList());
    }

    /**
     * Whether all of them hold.
     *
     * @param lesson what was observed since the lesson began
     * @param step what was observed since the step was entered
     */
    boolean hold(Timeline lesson, Timeline step) {
        return aims.stream().allMatch(aim -> holds(aim, aim.fresh() ? step : lesson));
    }

    /** Whether a call of it is what an aim describes by its details: then it was meant. */
    boolean wantSomeOf(Timeline timeline) {
        return aims.stream()
                .map(Step.Aim::expectation)
                .filter(Expectation.Happened.class::isInstance)
                .map(Expectation.Happened.class::cast)
                .filter(happened -> !happened.pattern().with().isEmpty())
                .anyMatch(happened ->
                        EventMatcher.matching(happened.pattern(), timeline).anyMatch(Call.class::isInstance));
    }

    /** A check that cannot be judged here has not seen what it wants. */
    private static boolean holds(Step.Aim aim, Timeline timeline) {
        return Check.of(aim.expectation()).examine(timeline) instanceof Verdict.Passed;
    }
}
