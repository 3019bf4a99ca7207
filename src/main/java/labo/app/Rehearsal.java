package labo.app;

import java.util.List;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.ModelAnswers;
import labo.machine.LabException;

/**
 * Tries what a course itself brings along, in one sandbox. Thread-safe: each thread that tries has a lab of its own. A
 * course's programs come from one author, so machine A may serve several of them, cleared in between; what matters is
 * that none fails because of another: one that does not keep its promise is tried again where it is {@code alone}.
 */
interface Rehearsal extends AutoCloseable {
    /**
     * Grades a program, as far as the first check that fails: what a course promises of its programs is known then.
     *
     * @param alone on a machine A that served nobody before
     */
    Report program(Exercise exercise, Submission submission, long seed, boolean alone)
            throws LabException, InterruptedException;

    /**
     * Plays the answers of a lesson's live steps.
     *
     * @param alone on a machine A that served nobody before
     * @return what did not go as the lesson says
     */
    List<ModelAnswers.Surprise> live(Lesson lesson, long seed, boolean alone) throws LabException, InterruptedException;

    /** Gives back all that the sandbox held. Does not throw. */
    @Override
    void close();
}
