package labo.progress;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a learner. Immutable.
 *
 * @param lesson the id of the lesson in hand; null: none yet
 * @param at when that was last changed, milliseconds since the epoch
 * @param lessons by id, also those that the course no longer has
 */
public record Progress(@Nullable String lesson, long at, Map<String, LessonProgress> lessons) {
    /** A learner who begins. */
    public static final Progress NONE = new Progress(null, 0, Map.of());

    public Progress {
        lessons = Map.copyOf(lessons);
    }

    /** What is known of a lesson, if anything is. */
    public Optional<LessonProgress> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** The same, with another lesson in hand. */
    public Progress in(String newLesson, long now) {
        return new Progress(newLesson, now, lessons);
    }

    /** The same, with a lesson changed; one that is not known begins with {@code seed}. */
    public Progress change(String id, long seed, UnaryOperator<LessonProgress> change) {
        Map<String, LessonProgress> all = new TreeMap<>(lessons);
        all.put(id, change.apply(all.getOrDefault(id, LessonProgress.begun(seed))));
        return new Progress(lesson, at, all);
    }

    /** What both know together: nothing that was done is lost, and the last place wins. */
    Progress merge(Progress other) {
        Map<String, LessonProgress> all = new TreeMap<>(lessons);
        other.lessons.forEach((id, progress) -> all.merge(id, progress, LessonProgress::merge));
        Progress last = other.at > at ? other : this;
        return new Progress(last.lesson, last.at, all);
    }
}
