package labo.classroom.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What late work costs. Pure.
 *
 * @param deadline what is handed in later than this is late
 * @param share the part of the mark earned that each unit begun costs, 0 to 1
 * @param unit the length of a unit
 */
public record LateRule(Instant deadline, BigDecimal share, Duration unit) {
    private static final Pattern PENALTY =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*%\\s*/\\s*(jours?|j|heures?|h|semaines?)");
    private static final int PERCENT_DIGITS = 2;

    /** What one unit begun costs, as it is typed. */
    public record Penalty(BigDecimal share, Duration unit) {
        /** Nothing. */
        public static final Penalty NONE = new Penalty(BigDecimal.ZERO, Duration.ofDays(1));

        /** The penalty that {@code text} names, such as {@code 10%/jour}; empty if it names none. */
        public static Optional<Penalty> of(String text) {
            Matcher matcher = PENALTY.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            BigDecimal share = new BigDecimal(matcher.group(1).replace(',', '.')).movePointLeft(PERCENT_DIGITS);
            return share.compareTo(BigDecimal.ONE) > 0
                    ? Optional.empty()
                    : Optional.of(new Penalty(share, unit(matcher.group(2))));
        }

        private static Duration unit(String word) {
            return switch (word.charAt(0)) {
                case 'h' -> Duration.ofHours(1);
                case 's' -> Duration.ofDays(7);
                default -> Duration.ofDays(1);
            };
        }
    }

    /** How late it is; zero if it is in time, or nobody knows when it came. */
    public Duration late(@Nullable Instant handedIn) {
        return handedIn == null || !handedIn.isAfter(deadline) ? Duration.ZERO : Duration.between(deadline, handedIn);
    }

    /** The part of the mark earned that being so late costs, 0 to 1. */
    BigDecimal cost(Duration late) {
        BigDecimal units =
                new BigDecimal(late.toSeconds()).divide(new BigDecimal(unit.toSeconds()), 0, RoundingMode.UP);
        return share.multiply(units).min(BigDecimal.ONE);
    }
}
