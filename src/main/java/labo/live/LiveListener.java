package labo.live;

import labo.lesson.Step;
import labo.observe.Event;

/** Hears what happens in a live session, in true order, from one thread; it must not block. */
public interface LiveListener {
    /** Something was seen on A or B. */
    void event(Event event);

    /** A statement that the step runs for the learner is about to run; not called for hidden ones. */
    void prepares(String statement);

    /** The aims of the step in hand hold for the first time. */
    void done(Step.Live step);

    /** The interpreter has ended; {@link LiveSession#restart} gives a fresh one. */
    void ended(End end);

    /** Why an interpreter ended. */
    enum End {
        /** The learner left it: {@code exit()}. */
        LEFT,
        /** It died: a crash, a signal, memory, a limit. */
        DIED,
        /** Its machine is gone: the lab is lost. */
        LOST
    }
}
