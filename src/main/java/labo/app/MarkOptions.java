package labo.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import labo.classroom.marks.LateRule;
import labo.classroom.marks.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From points to marks: out of how many, late work, bonus, rounding. */
final class MarkOptions {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    @Option(names = "--sur", paramLabel = "N", descriptionKey = "sur")
    private @Nullable String outOf;

    @Option(names = "--echeance", paramLabel = "DATE", descriptionKey = "echeance")
    private @Nullable String deadline;

    @Option(names = "--penalite", paramLabel = "N%/jour", descriptionKey = "penalite")
    private @Nullable String penalty;

    @Option(names = "--bonus", paramLabel = "N", descriptionKey = "bonus")
    private @Nullable String bonus;

    @Option(names = "--arrondi", paramLabel = "N", descriptionKey = "arrondi")
    private @Nullable String step;

    /**
     * How marks are given.
     *
     * @throws Problem if an option says nothing that makes sense
     */
    Scale scale() {
        Scale usual = Scale.USUAL;
        BigDecimal best = outOf == null ? usual.outOf() : number("--sur", outOf);
        BigDecimal added = bonus == null ? usual.bonus() : number("--bonus", bonus);
        BigDecimal rounding = step == null ? usual.step() : number("--arrondi", step);
        if (best.signum() == 0 || rounding.signum() == 0) {
            throw Problem.usage("marks.zero");
        }
        return new Scale(best, added, rounding, late());
    }

    private @Nullable LateRule late() {
        if (deadline == null) {
            if (penalty != null) {
                throw Problem.usage("late.no-deadline");
            }
            return null;
        }
        String given = penalty;
        LateRule.Penalty cost = given == null
                ? LateRule.Penalty.NONE
                : LateRule.Penalty.of(given).orElseThrow(() -> Problem.usage("late.penalty", given));
        return new LateRule(instant(deadline), cost.share(), cost.unit());
    }

    /** A date alone means its end. */
    private static Instant instant(String typed) {
        try {
            LocalDateTime time = typed.indexOf('T') < 0 && typed.indexOf(' ') < 0
                    ? LocalDate.parse(typed).atTime(END_OF_DAY)
                    : LocalDateTime.parse(typed.replace(' ', 'T'));
            return time.atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException other) {
            throw Problem.usage("late.deadline", typed).causedBy(other);
        }
    }

    private static BigDecimal number(String option, String typed) {
        try {
            BigDecimal number = new BigDecimal(typed.replace(',', '.'));
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException other) {
            throw Problem.usage("marks.number", option, typed).causedBy(other);
        }
        throw Problem.usage("marks.number", option, typed);
    }
}
