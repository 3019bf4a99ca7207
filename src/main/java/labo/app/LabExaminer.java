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

/** Grades on labs whose machine A is fresh for each submission: as many labs as threads that grade. */
final class LabExaminer implements Examiner {
    private final Function<Boolean, Labs> newLabs;
    private final Grader grader = new Grader();
    private final Map<Boolean, LabShelf> shelves = new ConcurrentHashMap<>();

    /** @param newLabs makes labs where machine A keeps connections in TIME-WAIT, or does not */
    LabExaminer(Function<Boolean, Labs> newLabs) {
        this.newLabs = newLabs;
    }

    @Override
    public Report grade(Exercise exercise, Submission submission, Plan plan) throws LabException, InterruptedException {
        LabShelf shelf = shelves.computeIfAbsent(exercise.timeWait(), kind -> new LabShelf(newLabs.apply(kind)));
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
