package labo.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lesson.
 *
 * @param id lower case, letters, digits and hyphens; the name of its folder
 * @param number its place in the course, from 1
 * @param title French
 * @param learns one French line: what one can do afterwards
 * @param introduction Markdown, French: why it matters
 * @param steps in order; empty for a lesson that is an exercise alone
 * @param exercise the program to write, if the lesson has one
 * @param remember "à retenir": three French lines at most
 */
public record Lesson(
        String id,
        int number,
        String title,
        String learns,
        String introduction,
        List<Step> steps,
        @Nullable Exercise exercise,
        List<String> remember) {
    public Lesson {
        steps = List.copyOf(steps);
        remember = List.copyOf(remember);
    }

    /** Whether machine A's connections linger in TIME-WAIT in this lesson: as in its exercise. */
    public boolean timeWait() {
        return exercise != null && exercise.timeWait();
    }
}
