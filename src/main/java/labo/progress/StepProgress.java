package labo.progress;

/**
 * What is known of one step, quiz or exercise.
 *
 * @param done whether it was done once
 * @param tries how many answers were judged
 * @param hints how many hints were given
 */
public record StepProgress(boolean done, int tries, int hints) {
    /** Not yet begun. */
    public static final StepProgress NONE = new StepProgress(false, 0, 0);

    /** What both know together. */
    StepProgress merge(StepProgress other) {
        return new StepProgress(done || other.done, Math.max(tries, other.tries), Math.max(hints, other.hints));
    }
}
