package labo.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.diagnose.Phase;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.grade.Report.Status;
import labo.lesson.Scenario;
import labo.observe.CodeLine;
import labo.observe.Facts;
import labo.observe.Raised;
import labo.observe.Timeline;
import labo.report.Theme.Style;
import labo.report.Theme.Symbol;
import labo.report.diagram.ReportDiagrams;

/** A report to be read by a learner: the cause first, then every check by scenario, then the score. */
public final class TerminalReport implements Renderer {
    private final Theme theme;
    private final Texts texts = Texts.ofReports();

    public TerminalReport(Theme theme) {
        this.theme = theme;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Page page = new Page(out, theme);
        heading(page, report);
        cause(page, report);
        scenarios(page, report, new ReportDiagrams(report));
        unjudged(page, report);
        conclusion(page, report);
    }

    private void heading(Page page, Report report) throws IOException {
        page.text(
                0,
                Style.STRONG,
                texts.get("heading", report.exercise().id(), report.exercise().title()));
        page.text(0, Style.FAINT, texts.get("submitted", String.join(", ", report.files())));
        page.blank();
    }

    /** What to look at first: the lab's own failure, the misconception, or else the first check that failed. */
    private void cause(Page page, Report report) throws IOException {
        Optional<Verdict.Inconclusive> lab = report.results().stream()
                .map(CheckResult::verdict)
                .filter(Verdict.Inconclusive.class::isInstance)
                .map(Verdict.Inconclusive.class::cast)
                .findFirst();
        if (lab.isPresent()) {
            page.marked(0, Symbol.INCONCLUSIVE, Style.WARNING, texts.get("inconclusive"));
            page.labelled(2, texts.get("reason"), lab.get().reason());
            page.text(2, Style.PLAIN, texts.get("inconclusive.do"));
            page.blank();
            return;
        }
        Optional<Diagnosis> diagnosis = report.diagnoses().stream().findFirst();
        if (diagnosis.isPresent()) {
            diagnosis(page, report, diagnosis.get());
        } else if (report.firstFailure().isPresent()) {
            firstFailure(page, report, report.firstFailure().get());
        }
    }

    /** Where no misconception is recognised, what can honestly be said: how far the program came, and what was seen. */
    private void firstFailure(Page page, Report report, CheckResult first) throws IOException {
        page.marked(
                0, Symbol.FAILED, Style.BAD, texts.get("first", first.check().title()));
        Timeline timeline = report.timelines().get(first.scenario());
        if (timeline != null) {
            page.labelled(
                    2,
                    texts.get("reached"),
                    Phase.of(timeline, report.exercise()).sentence());
            Optional<Raised> uncaught = timeline.uncaught();
            if (uncaught.isPresent()) {
                uncaught(page, uncaught.get());
            }
        }
        if (first.verdict() instanceof Verdict.Failed failed) {
            expectedAndObserved(page, failed, 2);
        }
        page.blank();
    }

    private void uncaught(Page page, Raised raised) throws IOException {
        page.labelled(2, texts.get("exception"), raised.exception() + ": " + raised.message());
        CodeLine line = raised.line();
        if (line != null) {
            String text = raised.text();
            page.verbatim(2, texts.get("place", line.file(), line.line()), text == null ? "" : text.strip());
        }
    }

    private void diagnosis(Page page, Report report, Diagnosis diagnosis) throws IOException {
        page.marked(0, Symbol.FAILED, Style.BAD, diagnosis.title());
        place(page, report, diagnosis);
        page.labelled(2, texts.get("happened"), diagnosis.happened());
        page.labelled(2, texts.get("why"), diagnosis.why());
        page.labelled(2, texts.get("look"), diagnosis.look());
        page.labelled(2, texts.get("lesson"), diagnosis.lesson());
        page.blank();
    }

    private void place(Page page, Report report, Diagnosis diagnosis) throws IOException {
        Integer line = diagnosis.line();
        if (line == null) {
            return;
        }
        String file = diagnosis.file() == null ? report.files().get(0) : diagnosis.file();
        String text = diagnosis.text() != null ? diagnosis.text() : Results.source(report, file, line);
        page.verbatim(2, texts.get("place", file, line), text == null ? "" : text.strip());
    }

    private void scenarios(Page page, Report report, ReportDiagrams diagrams) throws IOException {
        boolean inBlocked = false;
        for (Scenario scenario : report.exercise().scenarios()) {
            List<CheckResult> results = report.results().stream()
                    .filter(result -> result.scenario().equals(scenario.id()))
                    .toList();
            if (results.isEmpty()) {
                continue;
            }
            boolean blocked = results.stream().allMatch(result -> result.verdict() instanceof Verdict.Blocked);
            if (inBlocked && !blocked) {
                page.blank();
            }
            inBlocked = blocked;
            if (blocked) {
                String by = texts.get("blocked", Results.title(report, blocker(results)));
                page.marked(0, Symbol.BLOCKED, Style.FAINT, texts.get("blocked.all", scenario.title(), by));
            } else {
                scenario(page, report, scenario, results, diagrams);
            }
        }
        if (inBlocked) {
            page.blank();
        }
    }

    /** The check of another scenario that blocks all these, if one does: one cause, not its effects. */
    private static String blocker(List<CheckResult> blocked) {
        List<String> here = blocked.stream().map(result -> result.check().id()).toList();
        List<String> blockers = blocked.stream()
                .map(result -> ((Verdict.Blocked) result.verdict()).by())
                .toList();
        return blockers.stream().filter(by -> !here.contains(by)).findFirst().orElse(blockers.get(0));
    }

    private void scenario(
            Page page, Report report, Scenario scenario, List<CheckResult> results, ReportDiagrams diagrams)
            throws IOException {
        page.text(0, Style.STRONG, scenario.title());
        boolean failed = results.stream().anyMatch(result -> result.verdict() instanceof Verdict.Failed);
        if (failed && !scenario.why().isBlank()) {
            page.text(2, Style.FAINT, scenario.why());
        }
        for (CheckResult result : results) {
            check(page, report, result);
            diagram(page, diagrams, result);
        }
        page.blank();
    }

    /** What was observed around a failure: the part of the exchange that matters. */
    private void diagram(Page page, ReportDiagrams diagrams, CheckResult result) throws IOException {
        if (result.verdict() instanceof Verdict.Failed) {
            Theme narrow = new Theme(theme.colour(), theme.unicode(), Math.max(40, theme.width() - 2));
            page.drawing(theme.width() > 41 ? 2 : 0, diagrams.part(result, Results.line(result), narrow));
        }
    }

    private void check(Page page, Report report, CheckResult result) throws IOException {
        String title = texts.get("check", result.check().title(), result.score(), result.maxScore());
        Verdict verdict = result.verdict();
        boolean quiet = verdict instanceof Verdict.Blocked || verdict instanceof Verdict.Unjudged;
        page.marked(2, Results.symbol(verdict), quiet ? Style.FAINT : Style.PLAIN, title);
        int indent = 6;
        if (verdict instanceof Verdict.Failed failed) {
            failure(page, report, result, failed, indent);
        } else if (verdict instanceof Verdict.Blocked blocked) {
            page.text(indent, Style.FAINT, texts.get("blocked", Results.title(report, blocked.by())));
        } else if (verdict instanceof Verdict.Inconclusive inconclusive) {
            page.text(indent, Style.FAINT, inconclusive.reason());
        }
    }

    private void failure(Page page, Report report, CheckResult result, Verdict.Failed failed, int indent)
            throws IOException {
        String message = result.check().message();
        if (message != null) {
            page.text(indent, Style.PLAIN, message);
        }
        expectedAndObserved(page, failed, indent);
        String nearMiss = failed.nearMiss();
        if (nearMiss != null) {
            page.labelled(indent, texts.get("near-miss"), nearMiss);
        }
        Integer line = Results.line(result);
        if (line != null) {
            String file = Results.file(report, result);
            String source = Results.source(report, file, line);
            page.verbatim(indent, texts.get("place", file, line), source == null ? "" : source.strip());
        }
        Diagnosis diagnosis = result.diagnosis();
        if (diagnosis != null) {
            page.labelled(indent, texts.get("cause"), diagnosis.title());
        }
        String hint = result.check().hint();
        if (hint != null) {
            page.labelled(indent, texts.get("hint"), hint);
        }
    }

    private void expectedAndObserved(Page page, Verdict.Failed failed, int indent) throws IOException {
        String expected = texts.get("expected");
        String observed = texts.get("observed");
        int room = theme.width() - indent - Math.max(expected.length(), observed.length());
        Optional<Comparison> octets = Comparison.of(
                SafeText.oneLine(failed.expected()), SafeText.oneLine(failed.observed()), room, theme.ellipsis());
        if (octets.isEmpty()) {
            page.labelled(indent, expected, failed.expected());
            page.labelled(indent, observed, failed.observed());
            return;
        }
        Comparison shown = octets.get();
        page.verbatim(indent, expected, shown.expected());
        page.verbatim(indent, observed, shown.observed());
        page.verbatim(indent + observed.length() + shown.caret(), "", texts.get("caret", shown.octet()));
    }

    private void unjudged(Page page, Report report) throws IOException {
        Map<String, Long> reasons = report.results().stream()
                .map(CheckResult::verdict)
                .filter(Verdict.Unjudged.class::isInstance)
                .map(verdict -> ((Verdict.Unjudged) verdict).reason())
                .collect(Collectors.groupingBy(reason -> reason, LinkedHashMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Long> reason : reasons.entrySet()) {
            String count = texts.count("unjudged", reason.getValue().intValue());
            page.marked(0, Symbol.UNJUDGED, Style.FAINT, texts.get("unjudged.why", count, reason.getKey()));
        }
        page.blank();
    }

    private void conclusion(Page page, Report report) throws IOException {
        Status status = report.status();
        switch (status) {
            case PASSED -> page.marked(0, Symbol.PASSED, Style.GOOD, texts.get("passed", score(report)));
            case FAILED -> page.marked(0, Symbol.FAILED, Style.BAD, texts.get("failed", score(report)));
            case INCONCLUSIVE -> page.marked(0, Symbol.INCONCLUSIVE, Style.WARNING, texts.get("no-mark"));
        }
        page.text(0, Style.FAINT, texts.get("run", report.sandbox(), report.seed(), report.durationMs()));
        Optional<Facts> facts = report.timelines().values().stream().findFirst().map(timeline -> timeline.facts());
        if (facts.isPresent() && !facts.get().traced()) {
            page.text(0, Style.FAINT, texts.get("untraced"));
        }
    }

    private String score(Report report) {
        return texts.count("points", report.score()) + texts.get("of", report.maxScore());
    }
}
