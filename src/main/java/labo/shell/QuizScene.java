package labo.shell;

import java.util.List;
import java.util.function.Function;
import labo.shell.quiz.Answer;
import labo.shell.text.Tint;

/** A question. */
final class QuizScene implements Scene {
    private final Desk desk;
    private final String text;
    private final List<String> choices;
    private final boolean several;
    private final Function<String, Answer> judge;

    /**
     * @param choices as shown; none: the answer is typed
     * @param several whether more than one choice is right
     */
    QuizScene(Desk desk, String text, List<String> choices, boolean several, Function<String, Answer> judge) {
        this.desk = desk;
        this.text = text;
        this.choices = choices;
        this.several = several;
        this.judge = judge;
    }

    @Override
    public void show() {
        desk.page(text);
        Screen screen = desk.screen();
        int number = 1;
        for (String choice : choices) {
            screen.markedText(Tint.TITLE, "  " + number++, choice);
        }
        if (!choices.isEmpty()) {
            screen.blank();
        }
        screen.say(Tint.FAINT, how());
    }

    private String how() {
        if (desk.journey().here().done()) {
            return desk.texts().get("quiz.again");
        }
        String key = choices.isEmpty() ? "quiz.free" : several ? "quiz.several" : "quiz.one";
        return desk.texts().get(key);
    }

    @Override
    public String prompt() {
        return desk.texts().get("prompt.quiz", desk.screen().symbols().prompt());
    }

    @Override
    public void enter(String line) {
        Answer answer = judge.apply(line);
        switch (answer.outcome()) {
            case NOT_AN_ANSWER ->
                desk.screen()
                        .say(
                                Tint.FAINT,
                                desk.texts().get(choices.isEmpty() ? "quiz.free" : "quiz.numbers", choices.size()));
            case RIGHT -> right(answer);
            case PARTLY -> wrong(answer, "quiz.partly");
            case WRONG -> wrong(answer, "quiz.wrong");
        }
    }

    private void right(Answer answer) {
        desk.journey().markDone();
        Screen screen = desk.screen();
        screen.marked(Tint.GOOD, screen.symbols().done(), desk.texts().get("quiz.right"));
        says(answer);
        desk.doneHere();
    }

    private void wrong(Answer answer, String key) {
        desk.journey().countTry();
        Screen screen = desk.screen();
        screen.marked(Tint.BAD, screen.symbols().wrong(), desk.texts().get(key));
        says(answer);
    }

    private void says(Answer answer) {
        answer.says().forEach(why -> desk.screen().markedText(Tint.FAINT, " ", why));
    }

    @Override
    public void nudge() {
        desk.screen().say(Tint.FAINT, how());
    }

    @Override
    public boolean mayGoOn() {
        return desk.journey().here().done();
    }
}
