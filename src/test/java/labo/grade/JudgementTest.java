package labo.grade;

import static labo.grade.Exercises.ACCEPTS;
import static labo.grade.Exercises.LISTENS;
import static labo.grade.Exercises.check;
import static labo.grade.Exercises.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;
import labo.lesson.Expectation;
import labo.lesson.Scenario;
import labo.machine.LabException;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

final class JudgementTest {
    private static final Timeline LISTENED =
            TimelineBuilder.program("server.py").listen(4, 1).exit(0).build();
    private static final Expectation PACKET =
            new Expectation.Happened(new EventPattern(View.PACKET, "packet", Map.of(), Outcome.ANY), 1, null);

    private final Judgement judgement = new Judgement();

    private List<Verdict> verdicts() {
        return judgement.results().stream().map(Report.CheckResult::verdict).toList();
    }

    @Test
    void eachCheckIsJudgedByWhatWasObserved() {
        judgement.judge(scenario("s1", check("listen", LISTENS), check("accept", ACCEPTS)), LISTENED);
        assertThat(verdicts().get(0)).isEqualTo(new Verdict.Passed());
        assertThat(verdicts().get(1)).isInstanceOf(Verdict.Failed.class);
        assertThat(judgement.results()).extracting(Report.CheckResult::scenario).containsOnly("s1");
    }

    @Test
    void whatNeedsAFailedCheckIsBlockedAndSoIsWhatNeedsThat() {
        judgement.judge(
                scenario("s1", check("a", ACCEPTS), check("b", LISTENS, "a"), check("c", LISTENS, "b")), LISTENED);
        assertThat(verdicts().subList(1, 3)).containsExactly(new Verdict.Blocked("a"), new Verdict.Blocked("b"));
    }

    @Test
    void whatNeedsAPassedCheckIsJudged() {
        judgement.judge(scenario("s1", check("a", LISTENS), check("b", LISTENS, "a")), LISTENED);
        assertThat(verdicts()).containsExactly(new Verdict.Passed(), new Verdict.Passed());
    }

    @Test
    void anUnjudgedCheckStandsInNobodysWay() {
        judgement.judge(scenario("s1", check("a", PACKET), check("b", LISTENS, "a")), LISTENED);
        assertThat(verdicts().get(0)).isInstanceOf(Verdict.Unjudged.class);
        assertThat(verdicts().get(1)).isEqualTo(new Verdict.Passed());
    }

    @Test
    void aFailureBlocksAcrossScenarios() {
        judgement.judge(scenario("s1", check("a", ACCEPTS)), LISTENED);
        Scenario second = scenario("s2", check("b", LISTENS, "a"), check("c", LISTENS, "b"));
        assertThat(judgement.blocksAll(second)).isTrue();
        judgement.block(second);
        assertThat(verdicts().subList(1, 3)).containsExactly(new Verdict.Blocked("a"), new Verdict.Blocked("b"));
    }

    @Test
    void aScenarioThatCanStillTellSomethingIsNotBlocked() {
        judgement.judge(scenario("s1", check("a", ACCEPTS), check("ok", LISTENS)), LISTENED);
        assertThat(judgement.blocksAll(scenario("s2", check("b", LISTENS, "a"), check("c", LISTENS))))
                .isFalse();
        assertThat(judgement.blocksAll(scenario("s2", check("b", LISTENS, "ok"), check("c", LISTENS, "b"))))
                .isFalse();
    }

    @Test
    void aLabThatFailedLeavesItsScenarioInconclusiveAndBlocksWhatNeedsIt() {
        judgement.giveUp(
                scenario("s1", check("a", LISTENS)), new LabException(LabException.Fault.LOST, "agent A has ended"));
        judgement.judge(scenario("s2", check("b", LISTENS, "a")), LISTENED);
        assertThat(verdicts())
                .containsExactly(new Verdict.Inconclusive("LOST: agent A has ended"), new Verdict.Blocked("a"));
    }
}
