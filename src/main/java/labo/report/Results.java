package labo.report;

import java.util.Locale;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.observe.Call;
import labo.observe.CodeLine;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.Raised;
import org.jspecify.annotations.Nullable;

/** What every renderer reads off a result. */
final class Results {
    private Results() {}

    /** The verdict's word in JSON: {@code passed failed blocked unjudged inconclusive}. */
    static String term(Verdict verdict) {
        return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static Theme.Symbol symbol(Verdict verdict) {
        return Theme.Symbol.valueOf(term(verdict).toUpperCase(Locale.ROOT));
    }

    /** The 1-based line to look at, if one is known. */
    static @Nullable Integer line(CheckResult result) {
        Integer line = result.verdict() instanceof Verdict.Failed failed ? failed.line() : null;
        Diagnosis diagnosis = result.diagnosis();
        return line != null || diagnosis == null ? line : diagnosis.line();
    }

    /** The text of that line of that file, if it is known. */
    static @Nullable String source(Report report, String file, int line) {
        String source = report.sources().get(file);
        if (source == null || line < 1) {
            return null;
        }
        return source.lines().skip(line - 1L).findFirst().orElse(null);
    }

    /** The title of the check of that id, or the id where no check has it. */
    static String title(Report report, String checkId) {
        return report.results().stream()
                .map(CheckResult::check)
                .filter(check -> check.id().equals(checkId))
                .map(check -> check.title())
                .findFirst()
                .orElse(checkId);
    }

    /** The file that a result's line is in. */
    static String file(Report report, CheckResult result) {
        Diagnosis diagnosis = result.diagnosis();
        String named = diagnosis == null ? null : diagnosis.file();
        return named != null ? named : report.files().get(0);
    }

    /** The 1-based line of the learner's code that an event belongs to, if it is known. */
    static @Nullable Integer line(Event event) {
        CodeLine place = null;
        if (event instanceof Call call) {
            place = call.line();
        } else if (event instanceof Entered entered) {
            place = entered.line();
        } else if (event instanceof Raised raised) {
            place = raised.line();
        }
        return place == null ? null : place.line();
    }
}
