package labo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import org.jspecify.annotations.Nullable;

/** Why a check did not pass, in plain French lines without a control character in them. */
final class Explanation {
    private final Texts texts = Texts.ofReports();
    private final Report report;

    Explanation(Report report) {
        this.report = report;
    }

    /** What is known of one result, the cause first; empty for one that passed. */
    List<String> of(CheckResult result) {
        Verdict verdict = result.verdict();
        List<String> lines = new ArrayList<>();
        if (verdict instanceof Verdict.Failed failed) {
            failure(lines, result, failed);
        } else if (verdict instanceof Verdict.Blocked blocked) {
            lines.add(texts.get("blocked", Results.title(report, blocked.by())));
        } else if (verdict instanceof Verdict.Unjudged unjudged) {
            lines.add(unjudged.reason());
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            lines.add(texts.get("inconclusive"));
            lines.add(texts.get("reason") + inconclusive.reason());
        }
        return lines.stream().map(SafeText::oneLine).toList();
    }

    private void failure(List<String> lines, CheckResult result, Verdict.Failed failed) {
        Diagnosis diagnosis = result.diagnosis();
        add(lines, "", diagnosis == null ? null : diagnosis.title());
        add(lines, "", diagnosis == null ? null : diagnosis.happened());
        add(lines, "", result.check().message());
        add(lines, texts.get("expected"), failed.expected());
        add(lines, texts.get("observed"), failed.observed());
        add(lines, texts.get("near-miss"), failed.nearMiss());
        Integer line = Results.line(result);
        if (line != null) {
            String file = Results.file(report, result);
            String source = Results.source(report, file, line);
            lines.add(texts.get("place", file, line) + (source == null ? "" : source.strip()));
        }
        add(lines, texts.get("look"), diagnosis == null ? null : diagnosis.look());
        add(lines, texts.get("hint"), result.check().hint());
    }

    private static void add(List<String> lines, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(label + text);
        }
    }

    /** The overall outcome in a sentence: the points, or that nothing could be judged and why. */
    String conclusion() {
        String said = switch (report.status()) {
            case PASSED -> texts.get("passed", score());
            case FAILED -> texts.get("failed", score());
            case INCONCLUSIVE -> texts.get("inconclusive") + reason() + " " + texts.get("inconclusive.do");
        };
        return SafeText.oneLine(said);
    }

    private String score() {
        return texts.count("points", report.score()) + texts.get("of", report.maxScore());
    }

    private String reason() {
        return report.results().stream()
                .map(CheckResult::verdict)
                .flatMap(Explanation::reason)
                .findFirst()
                .map(reason -> " " + texts.get("reason") + reason)
                .orElse("");
    }

    private static Stream<String> reason(Verdict verdict) {
        if (verdict instanceof Verdict.Inconclusive inconclusive) {
            return Stream.of(inconclusive.reason());
        }
        return verdict instanceof Verdict.Unjudged unjudged ? Stream.of(unjudged.reason()) : Stream.empty();
    }

    /** Where, with which seed and how long, in a sentence. */
    String run() {
        return texts.get("run", report.sandbox(), report.seed(), report.durationMs());
    }
}
