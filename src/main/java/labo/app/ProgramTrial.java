package labo.app;

import java.util.LinkedHashMap;
import java.util.Map;
import labo.catalog.Solution;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.LabException;
import labo.observe.Octets;

/** A program of the course itself, and what must come of grading it. */
record ProgramTrial(Exercise exercise, Submission submission, Promise promise, Folder folder, String file)
        implements Trial {
    /** A catalogued program keeps what its header says. */
    static ProgramTrial of(Exercise exercise, Solution solution) {
        Map<String, Octets> files = new LinkedHashMap<>();
        solution.files().forEach((name, text) -> files.put(name, Octets.utf8(text)));
        return new ProgramTrial(
                exercise,
                new Submission(exercise.file(), files),
                Promise.of(solution),
                Folder.SOLUTIONS,
                solution.header().file());
    }

    /** What learners start from is no solution yet. */
    static ProgramTrial ofStarter(Exercise exercise) {
        Submission submission =
                new Submission(exercise.file(), Map.of(exercise.file(), Octets.utf8(exercise.starter())));
        String file = exercise.id() + "/starter/" + exercise.file();
        return new ProgramTrial(exercise, submission, new Promise.StillToDo(), Folder.LESSONS, file);
    }

    @Override
    public String lesson() {
        return exercise.id();
    }

    @Override
    public Outcome run(Rehearsal rehearsal, long seed, boolean alone) throws LabException, InterruptedException {
        Report report = rehearsal.program(exercise, submission, seed, alone);
        return report.status() == Report.Status.INCONCLUSIVE ? Outcome.UNKNOWN : Outcome.of(promise.brokenBy(report));
    }
}
