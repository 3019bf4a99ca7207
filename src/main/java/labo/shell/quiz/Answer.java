package labo.shell.quiz;

import java.util.List;

/**
 * What became of an answer.
 *
 * @param outcome in which way
 * @param says French Markdown, one text for each thing to say about it
 */
public record Answer(Outcome outcome, List<String> says) {
    /** The ways. */
    public enum Outcome {
        RIGHT,
        /** Nothing chosen is wrong, but something is missing. */
        PARTLY,
        WRONG,
        /** It is not an answer to this question: nothing is judged. */
        NOT_AN_ANSWER
    }

    public Answer {
        says = List.copyOf(says);
    }
}
