package labo.app;

import labo.grade.Grader;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import org.jspecify.annotations.Nullable;

/** Grades on one lab, whose machine A is fresh for each submission. */
final class LabExaminer implements Examiner {
    private final Labs labs;
    private final Grader grader = new Grader();
    private @Nullable Lab lab;

    LabExaminer(Labs labs) {
        this.labs = labs;
    }

    @Override
    public Report grade(Exercise exercise, Submission submission, long seed) throws LabException, InterruptedException {
        return grader.grade(exercise, submission, fresh(), seed);
    }

    private Lab fresh() throws LabException, InterruptedException {
        Lab used = lab;
        if (used != null) {
            try {
                used.renew();
                return used;
            } catch (LabException broken) {
                lab = null;
                used.close();
            }
        }
        Lab opened = labs.open();
        lab = opened;
        return opened;
    }

    @Override
    public void close() {
        labs.close();
    }
}
