package labo.app;

import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.LabException;

/** Grades submissions in one sandbox. Thread-safe: each thread that grades has a lab of its own. */
interface Examiner extends AutoCloseable {
    /**
     * Grades one submission.
     *
     * @throws LabException if the lab failed before anything could be observed
     */
    Report grade(Exercise exercise, Submission submission, Plan plan) throws LabException, InterruptedException;

    /** The same for all scenarios, with their values drawn from {@code seed}. */
    default Report grade(Exercise exercise, Submission submission, long seed)
            throws LabException, InterruptedException {
        return grade(exercise, submission, Plan.of(seed));
    }

    /** Gives back all that the sandbox held. Does not throw. */
    @Override
    void close();
}
