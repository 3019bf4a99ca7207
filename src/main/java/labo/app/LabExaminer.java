package labo.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import labo.grade.Grader;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.LabException;
import labo.machine.Labs;

/** Grades on labs whose machine A is fresh for each submission: a few more labs than threads that grade. */
final class LabExaminer implements Examiner {
    private final Function<Boolean, Labs> newLabs;
    private final int spares;
    private final Grader grader = new Grader();
    private final Map<Boolean, LabShelf> shelves = new ConcurrentHashMap<>();

    /**
     * @param newLabs makes labs where machine A keeps connections in TIME-WAIT, or does not
     * @param spares how many more labs than threads may be open
     */
    LabExaminer(Function<Boolean, Labs> newLabs, int spares) {
        this.newLabs = newLabs;
        this.spares = spares;
    }

    @Override
    public Report grade(Exercise exercise, Submission submission, Plan plan) throws LabException, InterruptedException {
        LabShelf shelf =
                shelves.computeIfAbsent(exercise.timeWait(), kind -> new LabShelf(newLabs.apply(kind), spares));
        LabShelf.Loan loan = shelf.lend(1);
        try {
            return grader.grade(exercise, submission, loan.lab(), plan);
        } finally {
            shelf.giveBack(loan);
        }
    }

    @Override
    public void close() {
        shelves.values().forEach(LabShelf::close);
    }
}
