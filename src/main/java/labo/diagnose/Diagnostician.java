package labo.diagnose;

import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Finds the misconception that explains a failure. */
public final class Diagnostician {
    /**
     * Explains one failure.
     *
     * @param check the first check that failed in the timeline's scenario, without names left in it
     * @return the misconception that stops the program first, or null where none is recognised
     */
    public @Nullable Diagnosis explain(Exercise exercise, CheckSpec check, Timeline timeline) {
        return null;
    }
}
