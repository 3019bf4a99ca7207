package labo.shell;

import labo.lesson.Step;
import labo.shell.text.Tint;

/** A text to read. */
final class ReadingScene implements Scene {
    private final Desk desk;
    private final Step.Reading step;

    ReadingScene(Desk desk, Step.Reading step) {
        this.desk = desk;
        this.step = step;
    }

    @Override
    public void show() {
        desk.page(step.text());
        desk.journey().markDone();
    }

    @Override
    public String prompt() {
        return desk.texts().get("prompt.reading", desk.screen().symbols().prompt());
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
