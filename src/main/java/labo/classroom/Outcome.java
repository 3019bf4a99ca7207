package labo.classroom;

import java.util.Locale;

/** What became of a hand-in. */
public enum Outcome {
    /** All is right. */
    PASSED,
    /** Something is not. */
    FAILED,
    /** The lab failed, twice: no mark, to be graded again. */
    AGAIN,
    /** The files could not be graded: no mark, the teacher decides. */
    REFUSED;

    /** Whether it comes with a mark. */
    public boolean marked() {
        return this == PASSED || this == FAILED;
    }

    /** The English word that is written in books and lines of JSON. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that word. */
    public static Outcome of(String term) {
        return valueOf(term.toUpperCase(Locale.ROOT));
    }
}
