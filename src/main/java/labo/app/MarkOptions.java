package labo.app;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import labo.classroom.marks.LateRule;
import labo.classroom.marks.Scale;
import labo.classroom.marks.TypedDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From points to marks: out of how many, late work, bonus, rounding. */
final class MarkOptions {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(?:[.,]\\d{1,4})?");

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
        if (rounding.compareTo(best) > 0) {
            throw Problem.usage("marks.step", shown(rounding), shown(best));
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

    private static Instant instant(String typed) {
        return TypedDate.of(typed)
                .orElseThrow(() -> Problem.usage("late.deadline", typed))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private static String shown(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static BigDecimal number(String option, String typed) {
        if (!NUMBER.matcher(typed.strip()).matches()) {
            throw Problem.usage("marks.number", option, typed);
        }
        return new BigDecimal(typed.strip().replace(',', '.'));
    }
}
