package labo.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import labo.grade.Grader;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.ModelAnswers;
import labo.machine.LabException;
import labo.machine.Labs;

/** A rehearsal on labs whose machine A is replaced now and then. */
final class LabRehearsal implements Rehearsal {
    /** A machine A costs ten times what one more use of it does; what many uses might leave behind goes with it. */
    private static final int USES = 24;

    private static final int SPARES = 1;

    private final Function<Boolean, Labs> newLabs;
    private final boolean oneAtATime;
    private final Grader grader = new Grader();
    private final Map<Boolean, LabShelf> shelves = new ConcurrentHashMap<>();

    /**
     * @param newLabs makes labs where machine A keeps connections in TIME-WAIT, or does not
     * @param oneAtATime whether two labs cannot be open together; then one thread at a time tries things
     */
    LabRehearsal(Function<Boolean, Labs> newLabs, boolean oneAtATime) {
        this.newLabs = newLabs;
        this.oneAtATime = oneAtATime;
    }

    @Override
    public Report program(Exercise exercise, Submission submission, long seed, boolean alone)
            throws LabException, InterruptedException {
        // A machine that keeps connections in TIME-WAIT is one that remembers: each program has its own.
        LabShelf shelf = shelf(exercise.timeWait());
        LabShelf.Loan loan = shelf.lend(alone || exercise.timeWait() ? 1 : USES);
        try {
            return grader.grade(exercise, submission, loan.lab(), Plan.of(seed).untilItFails());
        } finally {
            shelf.giveBack(loan);
        }
    }

    @Override
    public List<ModelAnswers.Surprise> live(Lesson lesson, long seed, boolean alone)
            throws LabException, InterruptedException {
        LabShelf shelf = shelf(lesson.timeWait());
        LabShelf.Loan loan = shelf.lend(alone || lesson.timeWait() ? 1 : USES);
        try {
            return ModelAnswers.play(loan.lab(), lesson, seed);
        } finally {
            shelf.giveBack(loan);
        }
    }

    private LabShelf shelf(boolean timeWait) {
        LabShelf other = oneAtATime ? shelves.remove(!timeWait) : null;
        if (other != null) {
            other.close();
        }
        return shelves.computeIfAbsent(timeWait, kind -> new LabShelf(newLabs.apply(kind), oneAtATime ? 0 : SPARES));
    }

    @Override
    public void close() {
        shelves.values().forEach(LabShelf::close);
    }
}
