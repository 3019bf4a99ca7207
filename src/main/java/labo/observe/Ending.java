package labo.observe;

/** How the observation of a scenario came to its end. */
public enum Ending {
    /** The program ended by itself, or was ended for a limit that it hit. */
    EXITED,
    /** Machine B had done all its part, and the program waits for a client that no longer comes. */
    WAITING,
    /** Neither machine can go on: each waits for the other. */
    STUCK,
    /** Machine B had done all its part, and the program was still busy when its time was up. */
    DEADLINE
}
