package labo.sequence;

import labo.observe.Call;
import labo.observe.Event;

/** What becomes one row, before it has a number. */
sealed interface Moment {
    /** Seconds since the epoch. */
    double time();

    /**
     * A call, or one of its ends.
     *
     * @param begun when the wait began, seconds since the epoch
     */
    record OfCall(double time, Call call, Row.Part part, double begun) implements Moment {}

    /** Any other event. */
    record OfEvent(Event event) implements Moment {
        @Override
        public double time() {
            return event.time();
        }
    }
}
