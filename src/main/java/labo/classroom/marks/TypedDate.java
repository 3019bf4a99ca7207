package labo.classroom.marks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as a teacher types it: 2026-12-01T23:59, or day first as in French, 1/12/2026 23h59. Pure. */
public final class TypedDate {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final Pattern DATE = Pattern.compile(
            "(?:(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})"
                    + "|(?<dayFirst>\\d{1,2})[-/.](?<monthThen>\\d{1,2})[-/.](?<yearLast>\\d{4}))"
                    + "(?:(?:T|,?\\s+(?:à\\s+)?)(?<hour>\\d{1,2})(?:\\s*[hH]|(?::|\\s*[hH]\\s*)(?<minute>\\d{2})(?::(?<second>\\d{2}))?))?");

    private TypedDate() {}

    /** The time that {@code typed} names, in the teacher's own zone; a day alone means its end. Empty if it names none. */
    public static Optional<LocalDateTime> of(String typed) {
        Matcher date = DATE.matcher(typed.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = date.group("year") == null
                    ? day(date, "yearLast", "monthThen", "dayFirst")
                    : day(date, "year", "month", "day");
            return Optional.of(day.atTime(time(date)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher date, String year, String month, String day) {
        return LocalDate.of(number(date.group(year)), number(date.group(month)), number(date.group(day)));
    }

    private static LocalTime time(Matcher date) {
        return date.group("hour") == null
                ? END_OF_DAY
                : LocalTime.of(number(date.group("hour")), number(date.group("minute")), number(date.group("second")));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
