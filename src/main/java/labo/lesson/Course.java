package labo.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A whole course.
 *
 * @param title its French title
 * @param lessons in the order in which they are meant to be taken
 */
public record Course(String title, List<Lesson> lessons) {
    public Course {
        lessons = List.copyOf(lessons);
    }

    /** The lesson of that id, if there is one. */
    public Optional<Lesson> lesson(String id) {
        return lessons.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    /** The exercise of that id, if there is one: it has its lesson's id. */
    public Optional<Exercise> exercise(String id) {
        return lesson(id).flatMap(lesson -> Optional.ofNullable(lesson.exercise()));
    }

    /** All exercises, in the lessons' order. */
    public List<Exercise> exercises() {
        return lessons.stream()
                .flatMap(lesson -> java.util.stream.Stream.ofNullable(lesson.exercise()))
                .toList();
    }
}
