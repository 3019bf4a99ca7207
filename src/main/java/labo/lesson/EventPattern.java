package labo.lesson;

import java.util.List;
import java.util.Map;

/**
 * Describes events.
 *
 * @param view which events
 * @param kind their kind: {@code bind}, {@code receive}, {@code packet} …
 * @param with what their details must be: for each name the accepted values, as templates; no entry: anything
 * @param outcome whether the action had to succeed
 */
public record EventPattern(View view, String kind, Map<String, List<String>> with, Outcome outcome) {
    /** Which events a pattern is about. */
    public enum View {
        /** Calls of machine A's program, from the source that is trusted there. */
        CALL,
        /** Calls as the learner's code made them, also those that raised before the kernel saw them. */
        CODE,
        /** What machine B did and saw. */
        PEER,
        /** Packets. */
        PACKET,
        /** The program: started, stdout, stderr, limit, exit, and the live prompt's evaluated. */
        PROGRAM
    }

    /** How an action went. */
    public enum Outcome {
        SUCCESS,
        FAILURE,
        ANY
    }

    public EventPattern {
        with = Map.copyOf(with);
    }

    /** A successful call of machine A, whatever its arguments. */
    public static EventPattern call(String kind) {
        return new EventPattern(View.CALL, kind, Map.of(), Outcome.SUCCESS);
    }
}
