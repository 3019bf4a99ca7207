package labo.shell.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import labo.grade.Values;
import labo.lesson.Step;
import labo.shell.quiz.Answer.Outcome;

/** A question with choices, asked once: its values drawn, its choices shuffled. */
public final class ChoiceQuestion {
    private final String text;
    private final List<Step.Choice> choices;

    /** @param seed what the values and the order come from */
    public ChoiceQuestion(Step.ChoiceQuiz quiz, long seed) {
        Values values = Values.of(java.util.Map.of()).drawn(quiz.draw(), seed, quiz.id());
        this.text = values.text(quiz.text());
        List<Step.Choice> shuffled = new ArrayList<>();
        for (Step.Choice choice : quiz.choices()) {
            shuffled.add(new Step.Choice(values.text(choice.text()), choice.right(), values.text(choice.why())));
        }
        Collections.shuffle(shuffled, new Random(mixed(seed + quiz.id().hashCode())));
        this.choices = List.copyOf(shuffled);
    }

    /** Neighbouring seeds give {@link Random} nearly the same first number: far ones do not. */
    private static long mixed(long seed) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** The question, Markdown. */
    public String text() {
        return text;
    }

    /** The choices as shown, the first one being number 1. */
    public List<String> choices() {
        return choices.stream().map(Step.Choice::text).toList();
    }

    /** Whether more than one choice is right. */
    public boolean several() {
        return choices.stream().filter(Step.Choice::right).count() > 1;
    }

    /** Judges what was typed: numbers, or letters, with anything between. */
    public Answer judge(String typed) {
        Set<Integer> chosen = new TreeSet<>();
        for (String part : typed.toLowerCase(java.util.Locale.ROOT).split("[\\s,;.+&/-]+|\\bet\\b", -1)) {
            if (!part.isEmpty() && !choose(part, chosen)) {
                return new Answer(Outcome.NOT_AN_ANSWER, List.of());
            }
        }
        return chosen.isEmpty() ? new Answer(Outcome.NOT_AN_ANSWER, List.of()) : judge(chosen);
    }

    private boolean choose(String part, Set<Integer> chosen) {
        int number = number(part);
        if (number >= 1 && number <= choices.size()) {
            chosen.add(number - 1);
            return true;
        }
        return false;
    }

    private static int number(String part) {
        if (part.length() == 1 && part.charAt(0) >= 'a' && part.charAt(0) <= 'z') {
            return part.charAt(0) - 'a' + 1;
        }
        return part.matches("[0-9]{1,2}") ? Integer.parseInt(part) : 0;
    }

    private Answer judge(Set<Integer> chosen) {
        List<String> wrong = whys(chosen, false);
        if (!wrong.isEmpty()) {
            return new Answer(Outcome.WRONG, wrong);
        }
        List<String> right = whys(chosen, true);
        boolean all =
                chosen.size() == choices.stream().filter(Step.Choice::right).count();
        return new Answer(all ? Outcome.RIGHT : Outcome.PARTLY, right);
    }

    private List<String> whys(Set<Integer> chosen, boolean right) {
        return chosen.stream()
                .map(choices::get)
                .filter(choice -> choice.right() == right)
                .map(Step.Choice::why)
                .toList();
    }
}
