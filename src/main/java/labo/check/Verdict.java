package labo.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a check says of a timeline. */
public sealed interface Verdict {
    /** What was expected has been observed. */
    record Passed() implements Verdict {}

    /**
     * It has not, and the program could have done it.
     *
     * @param expected French, short
     * @param observed French, short: what was seen instead
     * @param nearMiss French: how little is missing ("il ne manque que la majuscule"), or null
     * @param line 1-based line of the learner's file to look at, or null
     */
    record Failed(
            String expected,
            String observed,
            @Nullable String nearMiss,
            @Nullable Integer line) implements Verdict {}

    /** Not looked at, since the check of that id has not passed. */
    record Blocked(String by) implements Verdict {}

    /** This sandbox cannot tell; worth 0 of 0. */
    record Unjudged(String reason) implements Verdict {}

    /** The lab failed, not the learner. */
    record Inconclusive(String reason) implements Verdict {}

    /** The failure, if it is one. */
    default Optional<Failed> failure() {
        return this instanceof Failed failed ? Optional.of(failed) : Optional.empty();
    }
}
