package labo.shell.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import labo.lesson.Draw;
import labo.lesson.Step;
import labo.shell.quiz.Answer.Outcome;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Step.ChoiceQuiz QUIZ = new Step.ChoiceQuiz(
            "q",
            "Question",
            "Port ${n} ?",
            Map.of("n", new Draw.WholeNumber(10, 99)),
            List.of(
                    new Step.Choice("juste un", true, "oui un"),
                    new Step.Choice("juste deux", true, "oui deux"),
                    new Step.Choice("faux ${n}", false, "non ${n}"),
                    new Step.Choice("faux encore", false, "non encore")));

    private static final Step.FreeQuiz FREE = new Step.FreeQuiz(
            "f",
            "Question",
            "Combien pour ${n} ?",
            Map.of("n", new Draw.WholeNumber(10, 99)),
            "${n}",
            List.of("Un Seul"),
            Map.of("0", "il en faut un", "${n}", "jamais dit : c'est la réponse"),
            "compte encore");

    private static String numbers(ChoiceQuestion question, String... starts) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < question.choices().size(); i++) {
            for (String start : starts) {
                if (question.choices().get(i).startsWith(start)) {
                    numbers.append(i + 1).append(' ');
                }
            }
        }
        return numbers.toString();
    }

    @Test
    void everyChoiceIsThereInAnOrderThatTheSeedDecides() {
        ChoiceQuestion question = new ChoiceQuestion(QUIZ, 3);
        assertThat(question.choices()).hasSize(4).isEqualTo(new ChoiceQuestion(QUIZ, 3).choices());
        assertThat(LongStream.range(0, 20).mapToObj(seed -> numbers(new ChoiceQuestion(QUIZ, seed), "juste un")))
                .contains("1 ", "2 ", "3 ", "4 ");
        assertThat(question.several()).isTrue();
        assertThat(question.text()).matches("Port [0-9]{2} \\?");
    }

    @Test
    void allRightChoicesAreNeeded() {
        ChoiceQuestion question = new ChoiceQuestion(QUIZ, 5);
        assertThat(question.judge(numbers(question, "juste")).outcome()).isEqualTo(Outcome.RIGHT);
        Answer partly = question.judge(numbers(question, "juste un"));
        assertThat(partly.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(partly.says()).containsExactly("oui un");
    }

    @Test
    void eachWrongChoiceIsExplained() {
        ChoiceQuestion question = new ChoiceQuestion(QUIZ, 5);
        Answer answer = question.judge(numbers(question, "juste un", "faux"));
        assertThat(answer.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(answer.says()).hasSize(2).allMatch(why -> why.startsWith("non")).noneMatch(why -> why.contains("$"));
    }

    @Test
    void numbersMayBeWrittenInManyWays() {
        ChoiceQuestion question = new ChoiceQuestion(QUIZ, 5);
        String right = numbers(question, "juste").strip();
        for (String typed : List.of(right, right.replace(" ", ","), right.replace(" ", " et "), right.replace(" ", ";"))) {
            assertThat(question.judge(typed).outcome()).as(typed).isEqualTo(Outcome.RIGHT);
        }
        for (String typed : List.of("", "5", "0", "1 9", "oui", "-")) {
            assertThat(question.judge(typed).outcome()).as(typed).isEqualTo(Outcome.NOT_AN_ANSWER);
        }
    }

    @Test
    void aTypedAnswerIsReadKindly() {
        FreeQuestion question = new FreeQuestion(FREE, 9);
        String value = question.text().replaceAll("[^0-9]", "");
        for (String typed : List.of(value, " " + value + " ", value + ".", "un seul", "UN SEUL", "unseul")) {
            assertThat(question.judge(typed).outcome()).as(typed).isEqualTo(Outcome.RIGHT);
        }
        assertThat(question.judge("0")).isEqualTo(new Answer(Outcome.WRONG, List.of("il en faut un")));
        assertThat(question.judge("rien")).isEqualTo(new Answer(Outcome.WRONG, List.of("compte encore")));
        assertThat(question.judge(" ").outcome()).isEqualTo(Outcome.NOT_AN_ANSWER);
    }
}
