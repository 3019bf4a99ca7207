package labo.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import labo.catalog.Solution;
import labo.catalog.StepPlaces;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.ModelAnswers;

/**
 * All that a course brings along to be tried.
 *
 * @param trials in the lessons' order
 * @param skipped programs that this sandbox cannot tell of
 */
record CourseTrials(List<Trial> trials, List<Solution> skipped) {
    CourseTrials {
        trials = List.copyOf(trials);
        skipped = List.copyOf(skipped);
    }

    /**
     * The trials of the lessons asked for.
     *
     * @param lessons the course's folder
     * @param programs the catalogued ones of the whole course
     */
    static CourseTrials of(Path lessons, Course course, Set<String> chosen, List<Solution> programs, Sandbox sandbox) {
        List<Trial> trials = new ArrayList<>();
        List<Solution> skipped = new ArrayList<>();
        for (Lesson lesson : course.lessons()) {
            if (!chosen.contains(lesson.id())) {
                continue;
            }
            if (!ModelAnswers.steps(lesson).isEmpty()) {
                trials.add(new LiveTrial(lesson, StepPlaces.of(lessons, lesson.id())));
            }
            Exercise exercise = lesson.exercise();
            if (exercise != null) {
                trials.add(ProgramTrial.ofStarter(exercise));
                add(exercise, programs, sandbox, trials, skipped);
            }
        }
        return new CourseTrials(trials, skipped);
    }

    private static void add(
            Exercise exercise, List<Solution> programs, Sandbox sandbox, List<Trial> trials, List<Solution> skipped) {
        for (Solution solution : programs) {
            if (!solution.exercise().equals(exercise.id())) {
                continue;
            }
            if (canTell(sandbox, solution)) {
                trials.add(ProgramTrial.of(exercise, solution));
            } else {
                skipped.add(solution);
            }
        }
    }

    private static boolean canTell(Sandbox sandbox, Solution solution) {
        Solution.SandboxOnly only = solution.sandboxOnly();
        return only == null || only.sandbox().equals(sandbox.term());
    }
}
