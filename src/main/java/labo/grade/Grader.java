package labo.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import labo.check.EventMatcher;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.diagnose.Diagnostician;
import labo.diagnose.Sources;
import labo.grade.Report.CheckResult;
import labo.lesson.Exercise;
import labo.lesson.Scenario;
import labo.machine.Capture;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Performance;
import labo.machine.Program;
import labo.observe.Octets;
import labo.observe.Timeline;

/** Grades one submission on a lab. */
public final class Grader {
    /** How often a scenario is played when the lab itself fails. */
    private static final int TRIES = 2;

    private final Diagnostician diagnostician = new Diagnostician();

    /** The same for {@link Plan#of(long)}: all scenarios, without whole frames. */
    public Report grade(Exercise exercise, Submission submission, Lab lab, long seed) throws InterruptedException {
        return grade(exercise, submission, lab, Plan.of(seed));
    }

    /**
     * Plays every scenario of the plan that can still tell something, judges what was observed, and names the cause of failures.
     *
     * @param lab whose machine A is fresh; it is left to the caller
     * @return the report, of the plan's scenarios; a lab that fails twice makes it inconclusive, never the learner's fault
     * @throws InterruptedException if the caller's thread is interrupted: nothing is known then
     */
    public Report grade(Exercise exercise, Submission submission, Lab lab, Plan plan) throws InterruptedException {
        long start = System.nanoTime();
        Judgement judgement = new Judgement();
        Map<String, Timeline> timelines = new LinkedHashMap<>();
        for (Scenario scenario : exercise.scenarios()) {
            if (!plan.plays(scenario)) {
                continue;
            }
            if (plan.endsAtFailure() && judgement.hasFailure()) {
                break;
            }
            Scenario bound = bind(exercise, scenario, lab, plan.seed());
            if (judgement.blocksAll(bound)) {
                judgement.block(bound);
                continue;
            }
            try {
                Timeline timeline = observe(exercise, bound, submission, lab, plan.capture());
                timelines.put(scenario.id(), timeline);
                judgement.judge(bound, timeline);
            } catch (LabException failed) {
                judgement.giveUp(bound, failed);
            }
        }
        return new Report(
                exercise,
                submission.names(),
                submission.texts(),
                lab.facts().sandbox(),
                plan.seed(),
                explain(exercise, judgement.results(), timelines, new Sources(submission.main(), submission.texts())),
                timelines,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private static Scenario bind(Exercise exercise, Scenario scenario, Lab lab, long seed) {
        Map<String, String> known = new LinkedHashMap<>(exercise.texts());
        known.put("port", String.valueOf(exercise.port()));
        known.put("addressA", lab.facts().addressA());
        known.put("addressB", lab.facts().addressB());
        return new Binding(Values.of(known).drawn(scenario.draw(), seed, scenario.id())).scenario(scenario);
    }

    private static Timeline observe(
            Exercise exercise, Scenario scenario, Submission submission, Lab lab, Capture capture)
            throws LabException, InterruptedException {
        Program program = program(exercise, scenario, submission);
        for (int attempt = 1; ; attempt++) {
            try {
                return Performance.play(lab, program, scenario.script(), EventMatcher::matches, capture);
            } catch (LabException failed) {
                if (attempt == TRIES) {
                    throw failed;
                }
                lab.renew();
            }
        }
    }

    private static Program program(Exercise exercise, Scenario scenario, Submission submission) {
        Map<String, Octets> files = new LinkedHashMap<>();
        scenario.files().forEach((name, content) -> files.put(name, Octets.of(content.octets())));
        files.putAll(submission.files());
        Octets stdin =
                scenario.stdin() == null ? null : Octets.of(scenario.stdin().octets());
        return new Program(submission.main(), files, scenario.arguments(), stdin, exercise.limits());
    }

    /** Names the misconception behind each failure that was observed; one that explains several is named at each. */
    private List<CheckResult> explain(
            Exercise exercise, List<CheckResult> results, Map<String, Timeline> timelines, Sources sources) {
        List<CheckResult> explained = new ArrayList<>();
        Map<String, Diagnosis> byScenario = new LinkedHashMap<>();
        for (CheckResult result : results) {
            Timeline timeline = timelines.get(result.scenario());
            if (timeline == null || !(result.verdict() instanceof Verdict.Failed)) {
                explained.add(result);
                continue;
            }
            Diagnosis diagnosis = byScenario.computeIfAbsent(
                    result.scenario(), scenario -> diagnostician.explain(exercise, result.check(), timeline, sources));
            explained.add(new CheckResult(result.scenario(), result.check(), result.verdict(), diagnosis));
        }
        return explained;
    }
}
