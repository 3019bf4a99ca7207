package labo.classroom;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.machine.LabException;
import labo.report.JsonReport;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** From one hand-in to its mark. */
final class Grading {
    /** How often a hand-in is graded when the lab fails. */
    private static final int TRIES = 2;

    private final Examination examination;
    private final Terms terms;
    private final Clock clock;
    private final Texts texts = Messages.texts();

    /** A mark to be entered, with what goes with it. */
    record Result(Mark mark, @Nullable String report, Map<String, String> sources) {}

    Grading(Examination examination, Terms terms, Clock clock) {
        this.examination = examination;
        this.terms = terms;
        this.clock = clock;
    }

    String exercise() {
        return terms.exercise().id();
    }

    String identity(Collected collected) {
        return collected instanceof Collected.Ready ready
                ? terms.identity(ready.submission())
                : terms.identity((Collected.Refused) collected);
    }

    /** @throws LabException if it makes no sense to go on with others either */
    Result grade(HandIn handIn) throws IOException, LabException, InterruptedException {
        Collected collected = handIn.collect();
        if (!(collected instanceof Collected.Ready ready)) {
            return without(handIn.student(), Outcome.REFUSED, collected.remarks(), identity(collected));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Report report = examination.grade(ready.submission());
                if (report.status() != Report.Status.INCONCLUSIVE || attempt == TRIES) {
                    return with(handIn.student(), ready, report);
                }
            } catch (LabException failed) {
                if (attempt == TRIES) {
                    return unlessHopeless(handIn.student(), ready, failed);
                }
            }
        }
    }

    /** The result where the lab broke down over a hand-in. */
    Result failed(HandIn handIn, String why) {
        return without(handIn.student(), Outcome.AGAIN, List.of(texts.get("again", why)), "");
    }

    private Result unlessHopeless(Student student, Collected.Ready ready, LabException failed) throws LabException {
        switch (failed.fault()) {
            case NO_ENGINE, NO_IMAGE, NO_PYTHON, DISK_FULL, APART, BUSY -> throw failed;
            case NO_START, LOST, CLOCK -> {
                String why = failed.fault() + ": " + failed.getMessage();
                return without(
                        student, Outcome.AGAIN, List.of(texts.get("again", why)), terms.identity(ready.submission()));
            }
        }
        throw new IllegalStateException(failed);
    }

    private Result without(Student student, Outcome outcome, List<String> remarks, String identity) {
        Mark mark = new Mark(
                0,
                exercise(),
                student,
                outcome,
                0,
                0,
                "",
                remarks,
                List.of(),
                null,
                clock.instant(),
                0,
                terms.seed(),
                terms.sandbox(),
                identity);
        return new Result(mark, null, Map.of());
    }

    private Result with(Student student, Collected.Ready ready, Report report) throws IOException {
        boolean marked = report.status() != Report.Status.INCONCLUSIVE;
        List<String> remarks = new ArrayList<>(ready.remarks());
        if (!marked) {
            remarks.add(texts.get("again", reason(report)));
        }
        Mark mark = new Mark(
                0,
                exercise(),
                student,
                outcome(report.status()),
                marked ? report.score() : 0,
                marked ? report.maxScore() : 0,
                ready.submission().main(),
                remarks,
                report.diagnoses().stream().map(Diagnosis::id).distinct().toList(),
                ready.handedIn(),
                clock.instant(),
                report.durationMs(),
                terms.seed(),
                terms.sandbox(),
                terms.identity(ready.submission()));
        StringBuilder json = new StringBuilder();
        JsonReport.full().render(report, json);
        Map<String, String> sources = new LinkedHashMap<>();
        report.files().forEach(file -> sources.put(file, report.sources().getOrDefault(file, "")));
        return new Result(mark, json.toString(), sources);
    }

    private static Outcome outcome(Report.Status status) {
        return switch (status) {
            case PASSED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case INCONCLUSIVE -> Outcome.AGAIN;
        };
    }

    private String reason(Report report) {
        return report.results().stream()
                .map(Report.CheckResult::verdict)
                .filter(Verdict.Inconclusive.class::isInstance)
                .map(verdict -> ((Verdict.Inconclusive) verdict).reason())
                .findFirst()
                .orElseGet(() -> texts.get("again.nothing"));
    }
}
