package labo.classroom.marks;

import java.time.Instant;
import java.util.Map;
import labo.classroom.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Gives marks, by one rule for all.
 *
 * @param dates when each student handed in, by Moodle's number, as the worksheet says; where it does not, the date of the
 *     program's file counts
 */
public record Ledger(Scale scale, Map<String, Instant> dates) {
    public Ledger {
        dates = Map.copyOf(dates);
    }

    /** When that work came; null if nobody knows. */
    public @Nullable Instant handedIn(Mark mark) {
        String id = mark.student().id();
        Instant known = id == null ? null : dates.get(id);
        return known == null ? mark.handedIn() : known;
    }

    /** What that mark is worth. */
    public Scale.Given give(Mark mark) {
        return scale.give(mark, handedIn(mark));
    }
}
