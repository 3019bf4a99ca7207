package labo.check;

import labo.lesson.Expectation;
import labo.observe.Timeline;

/** Looks for one thing in a timeline. Pure: no I/O, no clock, no logger. */
@FunctionalInterface
public interface Check {
    /** Says whether what is expected was observed; never {@link Verdict.Blocked}, which is the grader's to say. */
    Verdict examine(Timeline timeline);

    /** The check for an expectation in which no {@code ${name}} is left. */
    static Check of(Expectation expectation) {
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
        if (expectation instanceof Expectation.Ended ended) {
            return new EndedCheck(ended);
        }
        if (expectation instanceof Expectation.OwnCalls ownCalls) {
            return new OwnCallsCheck(ownCalls);
        }
        return new NoCrashCheck();
    }
}
