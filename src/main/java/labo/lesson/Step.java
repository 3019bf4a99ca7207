package labo.lesson;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a lesson. Every text is French Markdown. */
public sealed interface Step {
    /** Unique in its lesson; progress is kept by it. */
    String id();

    String title();

    String text();

    /** A text to read; Enter goes on. */
    record Reading(String id, String title, String text) implements Step {}

    /**
     * A question with choices, shuffled when asked.
     *
     * @param draw values drawn each time the question is asked; texts name them as {@code ${name}}
     */
    record ChoiceQuiz(String id, String title, String text, Map<String, Draw> draw, List<Choice> choices)
            implements Step {
        public ChoiceQuiz {
            draw = Map.copyOf(draw);
            choices = List.copyOf(choices);
        }
    }

    /**
     * One choice of a quiz.
     *
     * @param right whether it belongs to the answer
     * @param why said when it is chosen wrongly, or wrongly left out
     */
    record Choice(String text, boolean right, String why) {}

    /**
     * A question whose answer is typed.
     *
     * @param answer what is right: a text, a number, or {@code ${name}}
     * @param also further right answers
     * @param mistakes wrong answers worth an explanation of their own
     * @param otherwise said for any other wrong answer
     */
    record FreeQuiz(
            String id,
            String title,
            String text,
            Map<String, Draw> draw,
            String answer,
            List<String> also,
            Map<String, String> mistakes,
            String otherwise)
            implements Step {
        public FreeQuiz {
            draw = Map.copyOf(draw);
            also = List.copyOf(also);
            mistakes = Map.copyOf(mistakes);
        }
    }

    /**
     * A step at the live prompt of machine A, done when what was observed satisfies its aim.
     *
     * @param draw values drawn when the lesson starts
     * @param before statements run for the learner as the step starts, if they have not been run (a step that needs a
     *     socket of its own); shown when run, unless {@code hidden}
     * @param hidden whether they are kept from the learner, who is to find out what they did
     * @param aims all must hold; each is looked for in the timeline since the lesson began, or, where
     *     {@code fresh}, since the step began
     * @param reactions what machine B does when A does something
     * @param hints three: where to look, what to change, almost the answer
     * @param answer model statements that satisfy the aims
     * @param wrong statements that do not, each a line typed
     * @param done said when the step is done
     */
    record Live(
            String id,
            String title,
            String text,
            Map<String, Draw> draw,
            List<String> before,
            boolean hidden,
            List<Aim> aims,
            List<Reaction> reactions,
            List<String> hints,
            List<String> answer,
            List<WrongAnswer> wrong,
            @Nullable String done)
            implements Step {
        public Live {
            draw = Map.copyOf(draw);
            before = List.copyOf(before);
            aims = List.copyOf(aims);
            reactions = List.copyOf(reactions);
            hints = List.copyOf(hints);
            answer = List.copyOf(answer);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Something that must be observed.
     *
     * @param fresh only events since the step began count
     */
    record Aim(Expectation expectation, boolean fresh) {}

    /** What machine B does once {@code when} has been observed since the step began. */
    record Reaction(EventPattern when, List<ScriptStep> then) {
        public Reaction {
            then = List.copyOf(then);
        }
    }

    /**
     * A catalogued wrong answer.
     *
     * @param statements what is typed
     * @param diagnosis the misconception that the prompt should name, if one
     */
    record WrongAnswer(List<String> statements, @Nullable String diagnosis) {
        public WrongAnswer {
            statements = List.copyOf(statements);
        }
    }
}
