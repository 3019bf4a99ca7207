package labo.shell.command;

import labo.shell.Desk;

/** {@code /suivant}. */
final class NextCommand implements Command {
    @Override
    public String name() {
        return "suivant";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.next();
    }
}
