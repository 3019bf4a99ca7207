package labo.progress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lesson.
 *
 * @param at when its place was last changed, milliseconds since the epoch
 * @param page the id of the page in hand; null: not begun
 * @param seed what the lesson's values are drawn from
 * @param statements those of its live interpreter, to be run again
 * @param steps by id, also those that the course no longer has
 */
public record LessonProgress(
        long at, @Nullable String page, long seed, List<String> statements, Map<String, StepProgress> steps) {
    public LessonProgress {
        statements = List.copyOf(statements);
        steps = Map.copyOf(steps);
    }

    /** A lesson that begins, with its seed. */
    public static LessonProgress begun(long seed) {
        return new LessonProgress(0, null, seed, List.of(), Map.of());
    }

    /** What is known of a step. */
    public StepProgress step(String id) {
        return steps.getOrDefault(id, StepProgress.NONE);
    }

    /** The same, with the page in hand. */
    public LessonProgress on(String newPage, long now) {
        return new LessonProgress(now, newPage, seed, statements, steps);
    }

    /** The same, with these statements. */
    public LessonProgress ran(List<String> newStatements, long now) {
        return new LessonProgress(now, page, seed, newStatements, steps);
    }

    /** The same, with that step. */
    public LessonProgress with(String id, StepProgress step) {
        Map<String, StepProgress> all = new TreeMap<>(steps);
        all.put(id, step);
        return new LessonProgress(at, page, seed, statements, all);
    }

    /** The steps of both; the place, the seed and the statements of the one that was changed last. */
    LessonProgress merge(LessonProgress other) {
        Map<String, StepProgress> all = new TreeMap<>(steps);
        other.steps.forEach((id, step) -> all.merge(id, step, StepProgress::merge));
        LessonProgress last = other.at > at ? other : this;
        return new LessonProgress(last.at, last.page, last.seed, last.statements, all);
    }
}
