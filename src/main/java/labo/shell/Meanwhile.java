package labo.shell;

/** What the learner may do while a statement waits. */
interface Meanwhile {
    /** What the learner wants of the statement. */
    enum Wish {
        /** Nothing: something has happened that may have ended its wait. */
        NOTHING,
        /** That it be interrupted. */
        INTERRUPT,
        /** To leave the lab once the statement is over; or the terminal is gone. */
        LEAVE
    }

    /** Reads and answers until more than {@code seen} events have been told, or the learner wants something of it. */
    Wish until(int seen);
}
