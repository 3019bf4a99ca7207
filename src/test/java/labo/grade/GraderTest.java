package labo.grade;

import static labo.grade.Exercises.ACCEPTS;
import static labo.grade.Exercises.LISTENS;
import static labo.grade.Exercises.check;
import static labo.grade.Exercises.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.grade.Report.CheckResult;
import labo.lesson.Exercise;
import labo.machine.AgentRefusal;
import labo.machine.FakeAgent;
import labo.machine.FakeLab;
import labo.machine.LabException;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program that listens, and ends. */
@Timeout(20)
final class GraderTest {
    private static final Facts FACTS = new Facts("docker", true, false, "10.7.0.11", "10.7.0.12");
    private static final Submission SUBMISSION = new Submission(
            "server.py", Map.of("server.py", Octets.utf8("s.listen()\n"), "helper.py", Octets.utf8("x = 1\n")));
    private static final Exercise TWO = Exercises.of(
            scenario("s1", check("listen", LISTENS), check("accept", ACCEPTS)),
            scenario("s2", check("again", ACCEPTS, "accept")),
            scenario("s3", check("still", LISTENS, "listen")));

    private final List<JsonNode> runs = new ArrayList<>();
    private final FakeAgent a = new FakeAgent(this::answerOfA);
    private final FakeAgent b = new FakeAgent((op, parameters) ->
            op.equals("state") ? "{\"waiting\": [], \"busy\": [], \"sockets\": [], \"events\": 0}" : "{}");
    private final FakeLab lab = new FakeLab(FACTS, a, b);
    private int failures;
    private boolean ends = true;

    private String answerOfA(String op, JsonNode parameters) throws LabException {
        if (op.equals("run")) {
            runs.add(parameters);
            if (failures-- > 0) {
                throw new LabException(LabException.Fault.LOST, "agent A has ended");
            }
            double time = runs.size();
            a.tell(new ProgramEvent.Started(time, 7));
            a.tell(listened(time));
            if (ends) {
                a.tell(new ProgramEvent.Exited(time, 0, null, false));
            }
        }
        return op.equals("state")
                ? "{\"alive\": false, \"processes\": [], \"sockets\": [], \"events\": %d}".formatted(a.delivered())
                : "{}";
    }

    private static Event listened(double time) {
        return new Call(
                time,
                time,
                time,
                Source.KERNEL,
                CallKind.LISTEN,
                "listen",
                7,
                7,
                3,
                1,
                0L,
                null,
                null,
                null,
                Call.Arguments.NONE,
                null);
    }

    private Report grade(Exercise exercise) throws InterruptedException {
        return new Grader().grade(exercise, SUBMISSION, lab, 42);
    }

    private static List<Verdict> verdicts(Report report) {
        return report.results().stream().map(CheckResult::verdict).toList();
    }

    @Test
    void scenariosArePlayedInOrderAndJudged() throws InterruptedException {
        Report report = grade(TWO);
        assertThat(report.results())
                .extracting(result -> result.check().id())
                .containsExactly("listen", "accept", "again", "still");
        assertThat(verdicts(report).get(0)).isEqualTo(new Verdict.Passed());
        assertThat(verdicts(report).get(1)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdicts(report).get(3)).isEqualTo(new Verdict.Passed());
        assertThat(report.status()).isEqualTo(Report.Status.FAILED);
    }

    @Test
    void aScenarioThatCanTellNothingIsNotPlayed() throws InterruptedException {
        Report report = grade(TWO);
        assertThat(verdicts(report).get(2)).isEqualTo(new Verdict.Blocked("accept"));
        assertThat(report.timelines()).containsOnlyKeys("s1", "s3");
        assertThat(runs).hasSize(2);
    }

    @Test
    void nothingIsPlayedAfterTheFirstFailureWhereThatIsAllThatIsAsked() throws InterruptedException {
        Report report = new Grader().grade(TWO, SUBMISSION, lab, Plan.of(42).untilItFails());
        assertThat(report.firstFailure()).map(result -> result.check().id()).hasValue("accept");
        assertThat(report.timelines()).containsOnlyKeys("s1");
        assertThat(runs).hasSize(1);
    }

    @Test
    void aProgramThatFailsNowhereIsPlayedToTheEndAllTheSame() throws InterruptedException {
        Exercise right =
                Exercises.of(scenario("s1", check("listen", LISTENS)), scenario("s2", check("still", LISTENS)));
        Report report = new Grader().grade(right, SUBMISSION, lab, Plan.of(42).untilItFails());
        assertThat(report.timelines()).containsOnlyKeys("s1", "s2");
        assertThat(report.status()).isEqualTo(Report.Status.PASSED);
    }

    @Test
    void theReportTellsWhatWasGradedAndHow() throws InterruptedException {
        Report report = grade(TWO);
        assertThat(report.files()).containsExactly("server.py", "helper.py");
        assertThat(report.sources()).containsEntry("helper.py", "x = 1\n");
        assertThat(report.sandbox()).isEqualTo("docker");
        assertThat(report.seed()).isEqualTo(42);
    }

    @Test
    void theProgramGetsItsArgumentsWithoutNames() throws InterruptedException {
        grade(TWO);
        assertThat(runs)
                .allSatisfy(run -> assertThat(run.at("/arguments/0").asText()).isEqualTo("8888"));
    }

    @Test
    void aLabThatFailsOnceIsRenewedAndTriedAgain() throws InterruptedException {
        failures = 1;
        Report report = grade(Exercises.of(scenario("s1", check("listen", LISTENS))));
        assertThat(verdicts(report)).containsExactly(new Verdict.Passed());
        assertThat(lab.renewals()).isEqualTo(1);
    }

    @Test
    void aLabThatFailsTwiceIsInconclusiveAndNobodysMark() throws InterruptedException {
        failures = 2;
        Report report = grade(Exercises.of(scenario("s1", check("listen", LISTENS))));
        assertThat(verdicts(report)).containsExactly(new Verdict.Inconclusive("LOST: agent A has ended"));
        assertThat(report.status()).isEqualTo(Report.Status.INCONCLUSIVE);
        assertThat(runs).hasSize(2);
        assertThat(report.timelines()).isEmpty();
        assertThat(report.diagnoses()).isEmpty();
    }

    @Test
    void aFailureThatTheTimelineExplainsHasItsDiagnosis() throws InterruptedException {
        Report report = grade(TWO);
        assertThat(report.results())
                .filteredOn(result -> result.diagnosis() != null)
                .allSatisfy(result -> assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class));
    }

    @Test
    void anInterruptionIsNoVerdict() {
        ends = false;
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> grade(TWO));
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aRefusalToRunIsTheLabsFault() throws InterruptedException {
        FakeAgent refusing = new FakeAgent((op, parameters) -> {
            if (op.equals("run")) {
                throw new AgentRefusal("failed", "no space");
            }
            return "{}";
        });
        Report report = new Grader().grade(TWO, SUBMISSION, new FakeLab(FACTS, refusing, b), 42);
        assertThat(report.status()).isEqualTo(Report.Status.INCONCLUSIVE);
    }
}
