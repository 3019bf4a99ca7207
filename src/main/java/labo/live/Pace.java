package labo.live;

import java.util.List;
import labo.lesson.ScriptStep;

/** How much of machine B's pauses is played: they are part of what is shown, never of what is judged. */
enum Pace {
    /** As the lesson says: for someone who watches. */
    REAL,
    /** As short as keeps pieces apart: for a replay that nobody watches. */
    BRISK;

    private static final int BRISK_MS = 20;

    /** The step as it is played. */
    ScriptStep of(ScriptStep step) {
        if (this == REAL) {
            return step;
        }
        if (step instanceof ScriptStep.Pause pause) {
            return new ScriptStep.Pause(brisk(pause.ms()));
        }
        if (step instanceof ScriptStep.Send send) {
            return new ScriptStep.Send(send.as(), send.pieces(), brisk(send.pauseMs()));
        }
        return step;
    }

    List<ScriptStep> of(List<ScriptStep> steps) {
        return steps.stream().map(this::of).toList();
    }

    private static int brisk(int ms) {
        return Math.min(ms, BRISK_MS);
    }
}
