package labo.shell;

import java.util.List;
import labo.lesson.Lesson;
import labo.shell.text.Tint;

/** The end of a lesson: what to remember, and what comes next. */
final class EndScene implements Scene {
    private final Desk desk;
    private final Lesson lesson;

    EndScene(Desk desk, Lesson lesson) {
        this.desk = desk;
        this.lesson = lesson;
    }

    @Override
    public void show() {
        Screen screen = desk.screen();
        desk.page(List.of());
        boolean done = desk.journey().done(lesson);
        screen.marked(
                done ? Tint.GOOD : Tint.FAINT,
                done ? screen.symbols().done() : screen.symbols().todo(),
                desk.texts().get(done ? "end.done" : "end.not-done", lesson.title()));
        if (!lesson.remember().isEmpty()) {
            screen.blank();
            screen.line(Tint.TITLE, desk.texts().get("end.remember"));
            lesson.remember()
                    .forEach(line -> screen.markedText(
                            Tint.FAINT, "  " + screen.symbols().bullet(), line));
        }
        screen.blank();
        boolean last = lesson.number() == desk.journey().course().lessons().size();
        screen.say(Tint.FAINT, desk.texts().get(last ? "end.last" : "end.next"));
    }

    @Override
    public String prompt() {
        return desk.texts().get("prompt.end", desk.screen().symbols().prompt());
    }

    @Override
    public Tint tint() {
        return Tint.FAINT;
    }

    @Override
    public void enter(String line) {
        desk.screen().say(Tint.FAINT, desk.texts().get("reading.nothing"));
    }

    @Override
    public void nudge() {}

    @Override
    public boolean mayGoOn() {
        return true;
    }
}
