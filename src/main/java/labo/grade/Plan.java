package labo.grade;

import labo.lesson.Scenario;
import labo.machine.Capture;
import org.jspecify.annotations.Nullable;

/**
 * How a submission is to be played.
 *
 * @param seed what the scenarios' values are drawn from
 * @param capture what is kept of packets, where they are captured
 * @param only the id of the one scenario to play; null: all
 * @param endsAtFailure whether nothing more is played once a check has failed
 */
public record Plan(long seed, Capture capture, @Nullable String only, boolean endsAtFailure) {
    /** All scenarios, with what a verdict needs. */
    public static Plan of(long seed) {
        return new Plan(seed, Capture.PACKETS, null, false);
    }

    /** The same, with whole frames. */
    public Plan withFrames() {
        return new Plan(seed, Capture.FRAMES, only, endsAtFailure);
    }

    /** The same, with one scenario alone: no check is blocked by those of others. */
    public Plan alone(String scenario) {
        return new Plan(seed, capture, scenario, endsAtFailure);
    }

    /** The same, up to the first scenario in which a check fails: for who asks what fails first, and why. */
    public Plan untilItFails() {
        return new Plan(seed, capture, only, true);
    }

    boolean plays(Scenario scenario) {
        return only == null || only.equals(scenario.id());
    }
}
