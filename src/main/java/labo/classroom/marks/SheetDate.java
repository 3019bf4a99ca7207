package labo.classroom.marks;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as Moodle writes them: « mardi 1 décembre 2026, 10:05 », "Tuesday, 1 December 2026, 10:05 PM". Pure. */
final class SheetDate {
    private static final Pattern DATE =
            Pattern.compile("(?<day>\\d{1,2})(?:er)?\\s+(?<month>\\p{L}+)\\.?\\s+(?<year>\\d{4}),?\\s+(?:à\\s+)?"
                    + "(?<hour>\\d{1,2})[:h](?<minute>\\d{2})(?::\\d{2})?\\s*(?<half>[AaPp][Mm])?");
    private static final int NOON = 12;

    private SheetDate() {}

    /** The time that {@code cell} names, in the teacher's own zone; empty if it names none. */
    static Optional<LocalDateTime> of(String cell) {
        Matcher date = DATE.matcher(cell);
        if (!date.find()) {
            return Optional.empty();
        }
        return month(date.group("month")).flatMap(month -> at(date, month));
    }

    private static Optional<LocalDateTime> at(Matcher date, Month month) {
        int hour = Integer.parseInt(date.group("hour"));
        String half = date.group("half");
        int shift = half == null
                ? hour
                : hour % NOON + (half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0);
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(date.group("year")),
                    month,
                    Integer.parseInt(date.group("day")),
                    shift,
                    Integer.parseInt(date.group("minute"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> Stream.of(Locale.FRENCH, Locale.ENGLISH)
                        .flatMap(language -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                .map(style -> month.getDisplayName(style, language)))
                        .anyMatch(name -> name.replace(".", "").equalsIgnoreCase(word)))
                .findFirst();
    }
}
