package labo.classroom.marks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import labo.classroom.Dossier;
import labo.classroom.Mark;
import labo.classroom.Messages;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** What a student is told with the mark: lines of French. */
public final class FeedbackText {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private final Texts texts = Messages.texts();

    /** The lines for that student; {@code given} is null where there is no mark. */
    public List<String> lines(Dossier dossier, Scale.@Nullable Given given, BigDecimal outOf) {
        Mark mark = dossier.mark();
        List<String> lines = new ArrayList<>();
        if (given == null) {
            lines.add(texts.get(
                    mark.outcome().marked()
                            ? "feedback.none"
                            : "feedback." + mark.outcome().term()));
        } else {
            mark(given, outOf, lines);
        }
        lines.addAll(mark.remarks());
        JsonNode report = dossier.report();
        if (report != null && mark.outcome().marked()) {
            checks(report, lines);
        }
        return lines;
    }

    private void mark(Scale.Given given, BigDecimal outOf, List<String> lines) {
        lines.add(texts.get("feedback.mark", number(given.given()), number(outOf)));
        if (!given.lateness().isZero()) {
            lines.add(texts.get(
                    "feedback.late",
                    number(given.earned()),
                    Lateness.text(given.lateness(), texts),
                    number(given.penalty())));
        }
    }

    private void checks(JsonNode report, List<String> lines) {
        boolean first = true;
        for (JsonNode check : report.path("checks")) {
            String status = check.path("status").asText();
            if (status.equals("passed") || status.equals("unjudged")) {
                continue;
            }
            lines.add(texts.get("feedback.check." + status, check.path("title").asText()));
            if (first && status.equals("failed")) {
                explain(check, lines);
                first = false;
            }
        }
    }

    /** The first failure is the cause of those after it. */
    private void explain(JsonNode check, List<String> lines) {
        for (String fact : List.of("message", "expected", "observed", "line", "hint")) {
            if (check.hasNonNull(fact)) {
                lines.add(texts.get("feedback." + fact, check.path(fact).asText()));
            }
        }
    }

    private static String number(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    /**
     * The lines as HTML that shows just them, code as code. No backslash is in it: Moodle reads its worksheet with PHP's
     * {@code fgetcsv} (lib/csvlib.class.php), for which one before a quote takes the quote's meaning away, and the rows
     * that follow would run together.
     */
    public static String html(List<String> lines) {
        return lines.stream()
                .map(line -> CODE.matcher(escaped(line)).replaceAll("<code>$1</code>"))
                .collect(Collectors.joining("<br>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\\", "&#92;")
                .replace("\r", "")
                .replace("\n", "<br>");
    }
}
