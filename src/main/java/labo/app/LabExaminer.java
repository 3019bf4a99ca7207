package labo.app;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import labo.grade.Grader;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;

/** Grades on labs whose machine A is fresh for each submission: as many labs as threads that grade. */
final class LabExaminer implements Examiner {
    private final Function<Boolean, Labs> newLabs;
    private final Grader grader = new Grader();
    private final Map<Boolean, Shelf> shelves = new ConcurrentHashMap<>();

    /** Where labs of one kind come from, and those that lie idle. */
    private record Shelf(Labs labs, Deque<Lab> idle) {
        Shelf(Labs labs) {
            this(labs, new ConcurrentLinkedDeque<>());
        }

        Lab fresh() throws LabException, InterruptedException {
            Lab used = idle.poll();
            if (used != null) {
                boolean renewed = false;
                try {
                    used.renew();
                    renewed = true;
                    return used;
                } catch (LabException broken) {
                    return labs.open();
                } finally {
                    if (!renewed) {
                        used.close();
                    }
                }
            }
            return labs.open();
        }
    }

    /** @param newLabs makes labs where machine A keeps connections in TIME-WAIT, or does not */
    LabExaminer(Function<Boolean, Labs> newLabs) {
        this.newLabs = newLabs;
    }

    @Override
    public Report grade(Exercise exercise, Submission submission, Plan plan) throws LabException, InterruptedException {
        Shelf shelf = shelves.computeIfAbsent(exercise.timeWait(), kind -> new Shelf(newLabs.apply(kind)));
        Lab lab = shelf.fresh();
        try {
            return grader.grade(exercise, submission, lab, plan);
        } finally {
            shelf.idle().push(lab);
        }
    }

    @Override
    public void close() {
        shelves.values().forEach(shelf -> shelf.labs().close());
    }
}
