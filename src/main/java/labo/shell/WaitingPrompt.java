package labo.shell;

import labo.shell.command.Commands;
import labo.shell.text.Tint;

/** Reads commands while a statement waits, so that the learner can look at what it waits in. */
final class WaitingPrompt implements Meanwhile {
    private final Desk desk;
    private final Commands commands;
    private final Prompt prompt;
    private final LiveLines lines;

    WaitingPrompt(Desk desk, Commands commands, Prompt prompt, LiveLines lines) {
        this.desk = desk;
        this.commands = commands;
        this.prompt = prompt;
        this.lines = lines;
    }

    @Override
    public Wish until(int seen) {
        String lead = desk.texts().get("prompt.waiting", desk.screen().symbols().prompt());
        Wake wake = new Wake();
        lines.whenMoreThan(seen, wake::ring);
        while (true) {
            Prompt.Typed typed = prompt.read(lead, Tint.WARNING, wake);
            if (typed instanceof Prompt.Typed.Line line) {
                answer(lead, line.text());
            } else if (typed instanceof Prompt.Typed.Dropped) {
                return Wish.INTERRUPT;
            } else if (typed instanceof Prompt.Typed.Closed) {
                desk.quit();
                desk.screen().say(Tint.FAINT, desk.texts().get("waiting.leave"));
                return Wish.LEAVE;
            } else {
                return Wish.NOTHING;
            }
        }
    }

    private void answer(String lead, String text) {
        if (text.isBlank()) {
            return;
        }
        desk.screen().line(Tint.FAINT, lead + text);
        if (text.startsWith("/")) {
            commands.runWhileWaiting(text);
        } else {
            prompt.later(text);
            desk.screen().say(Tint.FAINT, desk.texts().get("waiting.later"));
        }
    }
}
