package labo.classroom.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import labo.classroom.Mark;
import org.jspecify.annotations.Nullable;

/**
 * From points earned to the mark that a student is given. Pure.
 *
 * @param outOf the best mark there is
 * @param bonus added to every mark, which then still is {@code outOf} at most
 * @param step marks are multiples of this, half of it rounded up
 * @param late what late work costs; null: nothing
 */
public record Scale(
        BigDecimal outOf,
        BigDecimal bonus,
        BigDecimal step,
        @Nullable LateRule late) {
    private static final int DIGITS = 10;

    /** What most schools in France use, to a quarter of a point. */
    public static final Scale USUAL = new Scale(new BigDecimal(20), BigDecimal.ZERO, new BigDecimal("0.25"), null);

    /**
     * A mark as it is given.
     *
     * @param earned for the work alone
     * @param lateness how late it came; zero if it did not, or nobody knows
     * @param penalty what that took off, 0 or more
     * @param given earned, less the penalty, with the bonus, rounded
     */
    public record Given(BigDecimal earned, Duration lateness, BigDecimal penalty, BigDecimal given) {}

    /** The same, with another best mark: a worksheet says its own. */
    public Scale outOf(BigDecimal other) {
        return new Scale(other, bonus, step, late);
    }

    /**
     * What that mark is worth.
     *
     * @param handedIn when the work came; null if nobody knows
     * @throws IllegalArgumentException if there is no mark
     */
    public Given give(Mark mark, @Nullable Instant handedIn) {
        if (!mark.outcome().marked() || mark.maxScore() == 0) {
            throw new IllegalArgumentException("no mark for " + mark.student().key());
        }
        BigDecimal earned = outOf.multiply(new BigDecimal(mark.score()))
                .divide(new BigDecimal(mark.maxScore()), DIGITS, RoundingMode.HALF_UP);
        Duration lateness = late == null ? Duration.ZERO : late.late(handedIn);
        BigDecimal penalty = late == null ? BigDecimal.ZERO : earned.multiply(late.cost(lateness));
        BigDecimal given = earned.subtract(penalty).add(bonus).min(outOf);
        return new Given(plain(earned), lateness, plain(penalty), rounded(given));
    }

    private BigDecimal rounded(BigDecimal value) {
        BigDecimal steps = value.divide(step, 0, RoundingMode.HALF_UP);
        return plain(steps.multiply(step).min(outOf).max(BigDecimal.ZERO));
    }

    /** To two digits, and none that says nothing: 20, not 20.00 or 2E+1. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal short2 = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return short2.scale() < 0 ? short2.setScale(0) : short2;
    }
}
