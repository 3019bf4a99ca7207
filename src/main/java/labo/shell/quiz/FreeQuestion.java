package labo.shell.quiz;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import labo.grade.Values;
import labo.lesson.Step;
import labo.shell.quiz.Answer.Outcome;

/** A question whose answer is typed, asked once. Case, accents, spaces and a final point are no mistakes. */
public final class FreeQuestion {
    private final String text;
    private final List<String> right;
    private final Map<String, String> mistakes = new LinkedHashMap<>();
    private final String otherwise;

    /** @param seed what the values are drawn from */
    public FreeQuestion(Step.FreeQuiz quiz, long seed) {
        Values values = Values.of(Map.of()).drawn(quiz.draw(), seed, quiz.id());
        this.text = values.text(quiz.text());
        this.right = Stream.concat(Stream.of(quiz.answer()), quiz.also().stream())
                .map(values::text)
                .map(FreeQuestion::plain)
                .toList();
        quiz.mistakes().forEach((typed, why) -> mistakes.put(plain(values.text(typed)), values.text(why)));
        this.otherwise = values.text(quiz.otherwise());
    }

    /** The question, Markdown. */
    public String text() {
        return text;
    }

    /** Judges what was typed. A mistake that a drawn value turned into the answer is none. */
    public Answer judge(String typed) {
        String given = plain(typed);
        if (given.isEmpty()) {
            return new Answer(Outcome.NOT_AN_ANSWER, List.of());
        }
        return right.contains(given)
                ? new Answer(Outcome.RIGHT, List.of())
                : new Answer(Outcome.WRONG, List.of(mistakes.getOrDefault(given, otherwise)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s\u00a0\u202f`'\"]", "")
                .replaceAll("\\.$", "")
                .toLowerCase(Locale.ROOT);
    }
}
