package labo.check;

import labo.lesson.Expectation;
import labo.observe.MachineName;
import labo.observe.Scan;
import labo.observe.Timeline;

/** Looks for one thing in a timeline. Pure: no I/O, no clock, no logger. */
@FunctionalInterface
public interface Check {
    /** Says whether what is expected was observed; never {@link Verdict.Blocked}, which is the grader's to say. */
    Verdict examine(Timeline timeline);

    /**
     * The check for an expectation in which no {@code ${name}} is left. It passes nothing where nothing was seen of the
     * program, not even that something never happened.
     */
    static Check of(Expectation expectation) {
        Check check = looking(expectation);
        return timeline -> {
            Verdict verdict = check.examine(timeline);
            return verdict instanceof Verdict.Passed && !observed(timeline)
                    ? new Verdict.Failed(Texts.of("observed.expected"), Texts.of("nothing"), null, null)
                    : verdict;
        };
    }

    /** Whether the program was seen to do something; its source alone does nothing. */
    private static boolean observed(Timeline timeline) {
        return timeline.events().stream()
                .anyMatch(event -> event.machine() == MachineName.A && !(event instanceof Scan));
    }

    private static Check looking(Expectation expectation) {
        if (expectation instanceof Expectation.Happened happened) {
            return new HappenedCheck(happened);
        }
        if (expectation instanceof Expectation.InOrder inOrder) {
            return new InOrderCheck(inOrder);
        }
        if (expectation instanceof Expectation.Received received) {
            return new ReceivedCheck(received);
        }
        if (expectation instanceof Expectation.Taken taken) {
            return new TakenCheck(taken);
        }
        if (expectation instanceof Expectation.Wrote wrote) {
            return new WroteCheck(wrote);
        }
        if (expectation instanceof Expectation.Said said) {
            return new SaidCheck(said);
        }
        if (expectation instanceof Expectation.Ended ended) {
            return new EndedCheck(ended);
        }
        if (expectation instanceof Expectation.OwnCalls ownCalls) {
            return new OwnCallsCheck(ownCalls);
        }
        return new NoCrashCheck();
    }
}
