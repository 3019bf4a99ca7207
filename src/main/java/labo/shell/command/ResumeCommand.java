package labo.shell.command;

import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /reprendre}. */
final class ResumeCommand implements Command {
    @Override
    public String name() {
        return "reprendre";
    }

    @Override
    public void run(Desk desk, String argument) {
        if (desk.playing()) {
            desk.open();
        } else {
            desk.screen().say(Tint.FAINT, desk.texts().get("resume.nothing"));
        }
    }
}
