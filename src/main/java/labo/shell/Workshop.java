package labo.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import labo.grade.Plan;
import labo.grade.Report;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.live.LiveListener;
import labo.live.LiveSession;
import labo.machine.LabException;
import labo.observe.Timeline;

/** What the prompt asks of the world behind it: machines, grading, solutions. Used by one thread at a time. */
public interface Workshop extends AutoCloseable {
    /** Begins to open the machines, in the background; what fails is told when they are needed. */
    void prepare();

    /**
     * A live session for a lesson, on fresh machines. One is open at a time: the last one is closed.
     *
     * @param seed what the lesson's values are drawn from
     */
    LiveSession live(Lesson lesson, long seed, LiveListener listener) throws LabException, InterruptedException;

    /**
     * Grades a learner's file. An open live session is closed first.
     *
     * @throws Refused if the file can be no submission
     */
    Report grade(Exercise exercise, Path file, Plan plan) throws LabException, InterruptedException, Refused;

    /**
     * A file for captured packets, on machines that capture them; they are opened if need be.
     *
     * @param program the learner's file, which is never written over
     * @throws Refused if nothing can be written there, or these machines capture nothing
     */
    CaptureTarget captureTo(Path target, Optional<Path> program) throws LabException, InterruptedException, Refused;

    /** Where a capture goes. */
    interface CaptureTarget {
        /**
         * Writes the packets of what was observed with whole frames, in order of time; how many there are.
         *
         * @throws Refused if it cannot be written
         */
        int write(Collection<Timeline> observed) throws Refused;
    }

    /** The text of a program that passes, if there is one. */
    Optional<String> solution(Exercise exercise);

    /** French lines that say what failed, why, and what to do. */
    List<String> explain(Exception failure);

    /** What the learner should know about these machines, if anything: said once they are open. */
    Optional<String> notice();

    /** Machines that failed are given back; the next use opens others. Does not throw. */
    void discard();

    /** All machines are gone when this returns. Does not throw. */
    @Override
    void close();

    /** A file that can be no submission. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(RuntimeException cause) {
            super(cause);
        }
    }
}
