package labo.live;

import java.util.List;
import java.util.Optional;
import labo.diagnose.Diagnosis;
import labo.lesson.Step;
import labo.machine.LabException;
import labo.machine.SocketState;
import labo.observe.Timeline;

/**
 * One interpreter on machine A and what machine B does about it, for one lesson. Statements are run one after the other;
 * calls may come from any one thread, and {@link #interrupt()} from any.
 */
public interface LiveSession extends AutoCloseable {
    /**
     * Makes a step the one in hand: arms machine B's reactions, runs what the step prepares if this interpreter has not
     * run it yet, and looks at what was observed so far: a step done by accident earlier counts, and is reported as done.
     *
     * @throws LabException if the lab is lost
     */
    void enter(Step.Live step) throws LabException, InterruptedException;

    /** Leaves the step in hand: free play; nothing is judged until the next {@link #enter}. */
    void leave();

    /**
     * Runs a statement, or says that it is not whole yet.
     *
     * @param source all lines typed so far for this statement, with line feeds between
     */
    Feed feed(String source) throws LabException, InterruptedException;

    /** Waits until no statement runs and machine B has done what it does about it, or the statement blocks. */
    Settled settle() throws LabException, InterruptedException;

    /** How a statement stands. */
    enum Settled {
        /** The prompt is free. */
        IDLE,
        /** The statement waits for something; {@link #interrupt()} ends it. */
        BLOCKED
    }

    /** KeyboardInterrupt in what runs; nothing if nothing does. */
    void interrupt();

    /** How the text may go on: names and attributes of the living interpreter; empty while it is busy. */
    List<String> complete(String text);

    /** Everything observed since the lesson began. */
    Timeline timeline();

    /** Machine A's sockets as they are now. */
    List<SocketState> sockets() throws LabException, InterruptedException;

    /** The misconception behind the last statement's failure, if one is recognised. */
    Optional<Diagnosis> explain();

    /** The statements run so far in this interpreter, prepared ones included: what a replay needs. */
    List<String> statements();

    /** A text of the step with its drawn values put in. */
    String text(String template);

    /** A fresh interpreter where these statements are run again, in silence; the step in hand is entered again. */
    void restart(List<String> replay) throws LabException, InterruptedException;

    /** The interpreter is gone when this returns; the lab is left to its owner. Does not throw. */
    @Override
    void close();
}
