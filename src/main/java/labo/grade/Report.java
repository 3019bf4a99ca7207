package labo.grade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.machine.LabException;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one submission once it has been graded. Immutable.
 *
 * @param files the submitted files' names, the program first
 * @param sources their texts by name, as far as they are text
 * @param sandbox {@code docker} or {@code local}
 * @param seed what the scenarios' values were drawn from
 * @param results one for each check, in order
 * @param timelines what was observed, by scenario id, in the order played; a scenario that was not played has none
 * @param durationMs milliseconds from the first scenario's start to the verdict
 */
public record Report(
        Exercise exercise,
        List<String> files,
        Map<String, String> sources,
        String sandbox,
        long seed,
        List<CheckResult> results,
        Map<String, Timeline> timelines,
        long durationMs) {

    /** The overall outcome. */
    public enum Status {
        PASSED,
        FAILED,
        INCONCLUSIVE
    }

    /**
     * One check's outcome.
     *
     * @param scenario the scenario's id
     * @param diagnosis the misconception that explains the failure, or null
     */
    public record CheckResult(
            String scenario,
            CheckSpec check,
            Verdict verdict,
            @Nullable Diagnosis diagnosis) {
        /** Points earned. */
        public int score() {
            return verdict instanceof Verdict.Passed ? check.points() : 0;
        }

        /** Points that could be earned here: an unjudged check is worth 0 of 0. */
        public int maxScore() {
            return verdict instanceof Verdict.Unjudged ? 0 : check.points();
        }
    }

    public Report {
        files = List.copyOf(files);
        sources = Map.copyOf(sources);
        results = List.copyOf(results);
        timelines = Collections.unmodifiableMap(new LinkedHashMap<>(timelines));
    }

    /** The report where no lab could be had: nothing was observed, nothing is judged. */
    public static Report ofNothing(
            Exercise exercise, Submission submission, String sandbox, long seed, LabException failed) {
        Judgement judgement = new Judgement();
        exercise.scenarios().forEach(scenario -> judgement.giveUp(scenario, failed));
        return new Report(
                exercise, submission.names(), submission.texts(), sandbox, seed, judgement.results(), Map.of(), 0);
    }

    /** Points earned in all. */
    public int score() {
        return results.stream().mapToInt(CheckResult::score).sum();
    }

    /** Points that could be earned in all. */
    public int maxScore() {
        return results.stream().mapToInt(CheckResult::maxScore).sum();
    }

    /** Passed only if something was judged, and nothing failed; where the sandbox could judge nothing, inconclusive. */
    public Status status() {
        if (has(Verdict.Inconclusive.class)) {
            return Status.INCONCLUSIVE;
        }
        if (has(Verdict.Failed.class) || has(Verdict.Blocked.class)) {
            return Status.FAILED;
        }
        if (has(Verdict.Passed.class)) {
            return Status.PASSED;
        }
        return has(Verdict.Unjudged.class) ? Status.INCONCLUSIVE : Status.FAILED;
    }

    private boolean has(Class<? extends Verdict> type) {
        return results.stream().map(CheckResult::verdict).anyMatch(type::isInstance);
    }

    /** The failure that comes first: the cause of those after it. */
    public Optional<CheckResult> firstFailure() {
        return results.stream()
                .filter(result -> result.verdict() instanceof Verdict.Failed)
                .findFirst();
    }

    /** The misconceptions recognised, each once, in order. */
    public List<Diagnosis> diagnoses() {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(result.diagnosis()))
                .distinct()
                .toList();
    }
}
