package labo.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;

/**
 * A report as TAP 14 (https://testanything.org/tap-version-14-specification.html): a test point for each check, with a YAML
 * block where it did not pass. A check that was blocked or could not be judged here is skipped; where nothing can be
 * concluded, the run bails out.
 */
public final class TapReport implements Renderer {
    /** A JSON string is a YAML one where it holds no control character, and {@link SafeText} leaves none. */
    private final ObjectWriter quoted = new ObjectMapper().writer();

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<CheckResult> results = report.results();
        Explanation explanation = new Explanation(report);
        out.append("TAP version 14\n1..").append(String.valueOf(results.size())).append('\n');
        for (int at = 0; at < results.size(); at++) {
            point(out, report, at + 1, results.get(at), explanation.of(results.get(at)));
        }
        if (report.status() == Report.Status.INCONCLUSIVE) {
            out.append("Bail out! ").append(explanation.conclusion()).append('\n');
            return;
        }
        out.append("# ").append(explanation.conclusion()).append('\n');
        out.append("# ").append(SafeText.oneLine(explanation.run())).append('\n');
    }

    private void point(Appendable out, Report report, int number, CheckResult result, List<String> said)
            throws IOException {
        Verdict verdict = result.verdict();
        boolean skipped = verdict instanceof Verdict.Blocked || verdict instanceof Verdict.Unjudged;
        out.append(skipped || verdict instanceof Verdict.Passed ? "ok " : "not ok ")
                .append(String.valueOf(number))
                .append(" - ")
                .append(escaped(result.check().title()));
        if (skipped) {
            out.append(" # SKIP ").append(escaped(String.join(" ", said)));
        }
        out.append('\n');
        if (!skipped && !said.isEmpty()) {
            diagnostics(out, report, result, said);
        }
    }

    /** A hash sign begins a directive, unless a backslash stands before it. */
    private static String escaped(String text) {
        return SafeText.oneLine(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private void diagnostics(Appendable out, Report report, CheckResult result, List<String> said) throws IOException {
        out.append("  ---\n");
        for (Map.Entry<String, Object> fact : facts(report, result, said).entrySet()) {
            out.append("  ")
                    .append(fact.getKey())
                    .append(": ")
                    .append(quoted.writeValueAsString(fact.getValue()))
                    .append('\n');
        }
        out.append("  ...\n");
    }

    private static Map<String, Object> facts(Report report, CheckResult result, List<String> said) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("message", said.get(0));
        facts.put("severity", result.verdict() instanceof Verdict.Failed ? "fail" : Results.term(result.verdict()));
        facts.put("check", result.check().id());
        facts.put("scenario", result.scenario());
        facts.put("score", result.score());
        facts.put("maxScore", result.maxScore());
        Diagnosis diagnosis = result.diagnosis();
        if (diagnosis != null) {
            facts.put("diagnosis", diagnosis.id());
        }
        Integer line = Results.line(result);
        if (line != null) {
            facts.put("file", SafeText.oneLine(Results.file(report, result)));
            facts.put("line", line);
        }
        facts.put("details", said);
        return facts;
    }
}
