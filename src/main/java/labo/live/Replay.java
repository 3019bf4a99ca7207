package labo.live;

import java.util.List;
import java.util.Optional;
import labo.lesson.Step;
import labo.machine.LabException;
import org.jspecify.annotations.Nullable;

/**
 * Takes an interpreter through statements that were typed before, so that machine B does again what it did then. Which
 * step a statement was typed in is not kept: the lesson is walked through instead. A step whose aims hold gives way to
 * the next; and where a statement waits for what no reaction brings, the next step that has one for it is taken.
 */
final class Replay {
    private final Performer performer;
    private final List<Step.Live> steps;
    private int at;

    /** What a replay is played on. */
    interface Performer {
        /** Makes the step the one in hand. */
        void take(Step.Live step);

        /** Whether the aims of the step in hand hold. */
        boolean holds();

        /** Runs a statement to its end, or until it blocks. */
        LiveSession.Settled run(String statement) throws LabException, InterruptedException;

        /** Whether the step's machine B would react to what the last statement did. */
        boolean reactsToLast(Step.Live step);

        /** Takes that step in the midst of a statement that blocks, and waits again. */
        LiveSession.Settled resume(Step.Live step) throws LabException, InterruptedException;

        /** Ends a statement that blocks. */
        void giveUp() throws LabException, InterruptedException;
    }

    /**
     * @param steps the lesson's, up to the one that is in hand at the end
     */
    Replay(Performer performer, List<Step.Live> steps) {
        this.performer = performer;
        this.steps = List.copyOf(steps);
    }

    /**
     * Runs the statements.
     *
     * @return the step that was taken last, or null
     */
    Step.@Nullable Live run(List<String> statements) throws LabException, InterruptedException {
        if (steps.isEmpty()) {
            return null;
        }
        performer.take(steps.get(0));
        for (String statement : statements) {
            while (at + 1 < steps.size() && performer.holds()) {
                at++;
                performer.take(steps.get(at));
            }
            if (performer.run(statement) == LiveSession.Settled.BLOCKED && !helped()) {
                performer.giveUp();
            }
        }
        return steps.get(at);
    }

    private boolean helped() throws LabException, InterruptedException {
        Optional<Step.Live> helper =
                steps.stream().skip(at + 1L).filter(performer::reactsToLast).findFirst();
        if (helper.isEmpty()) {
            return false;
        }
        at = steps.indexOf(helper.get());
        return performer.resume(helper.get()) == LiveSession.Settled.IDLE;
    }
}
