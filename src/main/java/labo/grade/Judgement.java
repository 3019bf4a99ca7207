package labo.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.check.Check;
import labo.check.Verdict;
import labo.grade.Report.CheckResult;
import labo.lesson.CheckSpec;
import labo.lesson.Scenario;
import labo.machine.LabException;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Collects the verdicts of one submission, check by check; what needs a check that has not passed is blocked. */
final class Judgement {
    private final List<CheckResult> results = new ArrayList<>();
    private final Map<String, Verdict> byId = new LinkedHashMap<>();

    List<CheckResult> results() {
        return List.copyOf(results);
    }

    /** Whether a check has failed by what was observed. */
    boolean hasFailure() {
        return byId.values().stream().anyMatch(Verdict.Failed.class::isInstance);
    }

    /** Whether the scenario can tell nothing: each of its checks needs one that did not pass. */
    boolean blocksAll(Scenario scenario) {
        return scenario.checks().stream()
                .allMatch(check -> blockerOf(check).isPresent()
                        || check.needs().stream().anyMatch(id -> isBlockedHere(id, scenario)));
    }

    private boolean isBlockedHere(String id, Scenario scenario) {
        return scenario.checks().stream()
                .filter(check -> check.id().equals(id))
                .anyMatch(check -> blockerOf(check).isPresent()
                        || check.needs().stream().anyMatch(needed -> isBlockedHere(needed, scenario)));
    }

    /** Blocks all the scenario's checks. */
    void block(Scenario scenario) {
        scenario.checks()
                .forEach(check -> add(
                        scenario, check, new Verdict.Blocked(blockerOf(check).orElse(check.id()))));
    }

    /** Judges the scenario by what was observed. */
    void judge(Scenario scenario, Timeline timeline) {
        for (CheckSpec check : scenario.checks()) {
            Optional<String> blocker = blockerOf(check);
            add(
                    scenario,
                    check,
                    blocker.<Verdict>map(Verdict.Blocked::new)
                            .orElseGet(() -> Check.of(check.expectation()).examine(timeline)));
        }
    }

    /** Nothing can be said of the scenario: the lab failed. */
    void giveUp(Scenario scenario, LabException failed) {
        String reason = failed.fault() + ": " + failed.getMessage();
        scenario.checks().forEach(check -> add(scenario, check, new Verdict.Inconclusive(reason)));
    }

    /** The needed check that has not passed, if there is one. An unjudged check stands in nobody's way. */
    private Optional<String> blockerOf(CheckSpec check) {
        return check.needs().stream()
                .filter(id -> byId.containsKey(id) && !standsAside(byId.get(id)))
                .findFirst();
    }

    private static boolean standsAside(@Nullable Verdict verdict) {
        return verdict instanceof Verdict.Passed || verdict instanceof Verdict.Unjudged;
    }

    private void add(Scenario scenario, CheckSpec check, Verdict verdict) {
        results.add(new CheckResult(scenario.id(), check, verdict, null));
        byId.put(check.id(), verdict);
    }
}
