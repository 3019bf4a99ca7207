package labo.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;

/**
 * A report as Gradescope's {@code results.json}. Everything is shown to the student, as plain text. A check that could not
 * be judged here is no test: the output names it. Where nothing can be concluded there is neither score nor test, so that
 * Gradescope says that the autograder failed, and gives no mark.
 */
public final class GradescopeReport implements Renderer {
    private static final double MILLIS = 1000.0;
    private static final String VISIBLE = "visible";
    private static final String PLAIN = "text";

    private final Texts texts = Texts.ofReports();
    private final ObjectWriter writer = new ObjectMapper().writerWithDefaultPrettyPrinter();

    @Override
    public void render(Report report, Appendable out) throws IOException {
        out.append(writer.writeValueAsString(json(report))).append('\n');
    }

    private Map<String, Object> json(Report report) {
        boolean concluded = report.status() != Report.Status.INCONCLUSIVE;
        Map<String, Object> json = new LinkedHashMap<>();
        if (concluded) {
            json.put("score", report.score());
        }
        json.put("execution_time", report.durationMs() / MILLIS);
        json.put("visibility", VISIBLE);
        json.put("stdout_visibility", "hidden");
        json.put("output_format", PLAIN);
        json.put("output", String.join("\n", output(report)));
        json.put("tests", concluded ? tests(report) : List.of());
        json.put("extra_data", run(report));
        return json;
    }

    private static Map<String, Object> run(Report report) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("exercise", report.exercise().id());
        run.put("sandbox", report.sandbox());
        run.put("seed", report.seed());
        return run;
    }

    private List<String> output(Report report) {
        Explanation explanation = new Explanation(report);
        List<String> lines = new ArrayList<>();
        lines.add(explanation.conclusion());
        for (Diagnosis diagnosis : report.diagnoses()) {
            lines.add("");
            lines.add(SafeText.oneLine(diagnosis.title()));
            lines.add(SafeText.oneLine(texts.get("why") + diagnosis.why()));
            lines.add(SafeText.oneLine(texts.get("lesson") + diagnosis.lesson()));
        }
        report.results().stream()
                .filter(result -> result.verdict() instanceof Verdict.Unjudged)
                .map(result ->
                        texts.get("unjudged.check", result.check().title(), String.join(" ", explanation.of(result))))
                .forEach(line -> lines.add(SafeText.oneLine(line)));
        lines.add("");
        lines.add(explanation.run());
        return lines;
    }

    private static List<Map<String, Object>> tests(Report report) {
        Explanation explanation = new Explanation(report);
        return report.results().stream()
                .filter(result -> !(result.verdict() instanceof Verdict.Unjudged))
                .map(result -> test(result, explanation.of(result)))
                .toList();
    }

    private static Map<String, Object> test(CheckResult result, List<String> said) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", SafeText.oneLine(result.check().title()));
        json.put("name_format", PLAIN);
        json.put("score", result.score());
        json.put("max_score", result.maxScore());
        json.put("status", result.verdict() instanceof Verdict.Passed ? "passed" : "failed");
        json.put("output", String.join("\n", said));
        json.put("output_format", PLAIN);
        json.put("tags", List.of(result.scenario(), result.check().id()));
        json.put("visibility", VISIBLE);
        return json;
    }
}
