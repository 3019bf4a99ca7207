package labo.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.observe.Event;
import labo.observe.Timeline;
import labo.report.diagram.ReportDiagrams;
import labo.report.diagram.SvgDiagram;
import org.jspecify.annotations.Nullable;

/** A report for programs: JSON of version 1, absent facts null. */
public final class JsonReport implements Renderer {
    private static final int VERSION = 1;
    private static final double MICROSECONDS = 1e6;

    private final ObjectWriter writer = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private final boolean full;

    public JsonReport() {
        this(false);
    }

    private JsonReport(boolean full) {
        this.full = full;
    }

    /**
     * A report for those who show it later: also with {@code explanations}, the misconceptions in all the words that there
     * are for them, and {@code diagrams}, SVG by title: the exchange to look at.
     */
    public static JsonReport full() {
        return new JsonReport(true);
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Map<String, @Nullable Object> json = json(report);
        if (full) {
            json.put("explanations", report.diagnoses());
            json.put("diagrams", diagrams(report));
        }
        out.append(writer.writeValueAsString(json)).append('\n');
    }

    private static Map<String, String> diagrams(Report report) throws IOException {
        Optional<SvgDiagram.Section> telling = new ReportDiagrams(report).telling();
        if (telling.isEmpty()) {
            return Map.of();
        }
        StringBuilder svg = new StringBuilder();
        new SvgDiagram("fil").render(List.of(telling.get()), svg);
        return Map.of(telling.get().title(), svg.toString());
    }

    private static Map<String, @Nullable Object> json(Report report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("exercise", report.exercise().id());
        json.put("files", report.files());
        json.put("sandbox", report.sandbox());
        json.put("seed", report.seed());
        json.put("status", report.status().name().toLowerCase(Locale.ROOT));
        json.put("score", report.status() == Report.Status.INCONCLUSIVE ? null : report.score());
        json.put("maxScore", report.maxScore());
        json.put("durationMs", report.durationMs());
        json.put(
                "diagnoses",
                report.diagnoses().stream().map(Diagnosis::id).distinct().toList());
        json.put("checks", report.results().stream().map(JsonReport::check).toList());
        json.put(
                "timeline",
                report.timelines().entrySet().stream()
                        .flatMap(played -> events(played.getKey(), played.getValue()).stream())
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> check(CheckResult result) {
        Verdict.Failed failed = result.verdict() instanceof Verdict.Failed failure ? failure : null;
        Diagnosis diagnosis = result.diagnosis();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", result.check().id());
        json.put("title", result.check().title());
        json.put("status", Results.term(result.verdict()));
        json.put("score", result.score());
        json.put("maxScore", result.maxScore());
        json.put("scenario", result.scenario());
        json.put("line", Results.line(result));
        json.put("expected", failed == null ? null : failed.expected());
        json.put("observed", failed == null ? null : failed.observed());
        json.put("diagnosis", diagnosis == null ? null : diagnosis.id());
        json.put("message", message(result));
        json.put("hint", failed == null ? null : result.check().hint());
        return json;
    }

    /** French: what a person would be told of this outcome, beyond what was expected and observed. */
    private static @Nullable String message(CheckResult result) {
        Verdict verdict = result.verdict();
        if (verdict instanceof Verdict.Failed failed) {
            Diagnosis diagnosis = result.diagnosis();
            if (result.check().message() != null) {
                return result.check().message();
            }
            return diagnosis != null ? diagnosis.happened() : failed.nearMiss();
        }
        if (verdict instanceof Verdict.Blocked blocked) {
            return Texts.ofReports().get("blocked", blocked.by());
        }
        if (verdict instanceof Verdict.Unjudged unjudged) {
            return unjudged.reason();
        }
        return verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.reason() : null;
    }

    private static List<Map<String, @Nullable Object>> events(String scenario, Timeline timeline) {
        double start = timeline.start();
        return timeline.events().stream()
                .map(event -> event(scenario, start, event))
                .toList();
    }

    private static Map<String, @Nullable Object> event(String scenario, double start, Event event) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario);
        json.put("t", Math.round((event.time() - start) * MICROSECONDS) / MICROSECONDS);
        json.put("machine", event.machine().name());
        json.put("source", event.source().term());
        json.put("kind", event.kind());
        json.put("line", Results.line(event));
        json.put("detail", event.detail());
        return json;
    }
}
