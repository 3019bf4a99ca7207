package labo.shell.command;

import labo.shell.Desk;

/** {@code /quitter}. */
final class QuitCommand implements Command {
    @Override
    public String name() {
        return "quitter";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.quit();
    }
}
