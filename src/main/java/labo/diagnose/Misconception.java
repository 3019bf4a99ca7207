package labo.diagnose;

import java.util.Optional;

/** Recognises one misconception in what was observed of a failed program. Pure: no I/O, no clock, no logger. */
public interface Misconception {
    /** Its stable id, as lessons, solutions and reports name it. */
    String id();

    /**
     * Looks for it.
     *
     * @return where and when it went wrong, or empty; never for a program that did this part right
     */
    Optional<Finding> recognise(Case observed);
}
