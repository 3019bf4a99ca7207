package labo.classroom.marks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import labo.classroom.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Gives marks, by one rule for all.
 *
 * @param dates when each student handed in, by Moodle's number, as the worksheet says; where it does not, the date of the
 *     program's file counts
 * @param best the best mark there is, by Moodle's number, as the worksheet says; where it does not, the scale's
 */
public record Ledger(Scale scale, Map<String, Instant> dates, Map<String, BigDecimal> best) {
    public Ledger {
        dates = Map.copyOf(dates);
        best = Map.copyOf(best);
    }

    /** Where no worksheet says what the best mark is. */
    public Ledger(Scale scale, Map<String, Instant> dates) {
        this(scale, dates, Map.of());
    }

    /** When that work came; null if nobody knows. */
    public @Nullable Instant handedIn(Mark mark) {
        String id = mark.student().id();
        Instant known = id == null ? null : dates.get(id);
        return known == null ? mark.handedIn() : known;
    }

    /** The best mark that there is for that student. */
    public BigDecimal outOf(Mark mark) {
        String id = mark.student().id();
        BigDecimal known = id == null ? null : best.get(id);
        return known == null || known.signum() == 0 ? scale.outOf() : known;
    }

    /** What that mark is worth. */
    public Scale.Given give(Mark mark) {
        return scale.outOf(outOf(mark)).give(mark, handedIn(mark));
    }
}
