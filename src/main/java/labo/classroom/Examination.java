package labo.classroom;

import labo.grade.Report;
import labo.grade.Submission;
import labo.machine.LabException;

/** Grades one submission of a class, on a machine where no other ran. Called by several threads at once. */
@FunctionalInterface
public interface Examination {
    /**
     * Grades {@code submission}.
     *
     * @throws LabException if the lab failed before anything could be observed
     */
    Report grade(Submission submission) throws LabException, InterruptedException;
}
