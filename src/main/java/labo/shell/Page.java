package labo.shell;

import java.util.ArrayList;
import java.util.List;
import labo.lesson.Exercise;
import labo.lesson.Lesson;

/** A place in a lesson. */
public sealed interface Page {
    /** Unique in its lesson; progress is kept by it. No step has an id with {@code @}. */
    String id();

    /** French. */
    String title();

    /** A step. */
    record Step(labo.lesson.Step step) implements Page {
        @Override
        public String id() {
            return step.id();
        }

        @Override
        public String title() {
            return step.title();
        }
    }

    /** The program to write. */
    record Program(Exercise exercise) implements Page {
        @Override
        public String id() {
            return "@exercice";
        }

        @Override
        public String title() {
            return exercise.title();
        }
    }

    /** The end of a lesson: what to remember. */
    record End(Lesson lesson) implements Page {
        @Override
        public String id() {
            return "@fin";
        }

        @Override
        public String title() {
            return lesson.title();
        }
    }

    /** The pages of a lesson, in order. */
    static List<Page> of(Lesson lesson) {
        List<Page> pages = new ArrayList<>();
        lesson.steps().forEach(step -> pages.add(new Step(step)));
        Exercise exercise = lesson.exercise();
        if (exercise != null) {
            pages.add(new Program(exercise));
        }
        pages.add(new End(lesson));
        return List.copyOf(pages);
    }
}
