package labo.shell.command;

import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /recommencer}. */
final class RestartCommand implements Command {
    @Override
    public String name() {
        return "recommencer";
    }

    @Override
    public void run(Desk desk, String argument) {
        if (!desk.restart()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("restart.nothing"));
        }
    }
}
