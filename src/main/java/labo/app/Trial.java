package labo.app;

import java.util.LinkedHashMap;
import java.util.Map;
import labo.catalog.Finding;
import labo.catalog.Solution;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.observe.Octets;

/**
 * A program of the course itself, and what must come of grading it.
 *
 * @param folder what {@code file} is relative to
 * @param file where the promise stands, with {@code /}
 */
record Trial(Exercise exercise, Submission submission, Promise promise, Folder folder, String file) {
    /** What a finding's place is relative to. */
    enum Folder {
        LESSONS,
        SOLUTIONS
    }

    /** A catalogued program keeps what its header says. */
    static Trial of(Exercise exercise, Solution solution) {
        Map<String, Octets> files = new LinkedHashMap<>();
        solution.files().forEach((name, text) -> files.put(name, Octets.utf8(text)));
        Submission submission = new Submission(exercise.file(), files);
        return new Trial(
                exercise,
                submission,
                Promise.of(solution),
                Folder.SOLUTIONS,
                solution.header().file());
    }

    /** What learners start from is no solution yet. */
    static Trial ofStarter(Exercise exercise) {
        Submission submission =
                new Submission(exercise.file(), Map.of(exercise.file(), Octets.utf8(exercise.starter())));
        String file = exercise.id() + "/starter/" + exercise.file();
        return new Trial(exercise, submission, new Promise.StillToDo(), Folder.LESSONS, file);
    }

    /** A finding at a line of the program. */
    Finding finding(int line, String message) {
        return new Finding(file, line, message);
    }
}
