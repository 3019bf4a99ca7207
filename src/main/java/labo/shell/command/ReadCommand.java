package labo.shell.command;

import labo.shell.Desk;

/** {@code /lire}. */
final class ReadCommand implements Command {
    @Override
    public String name() {
        return "lire";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.showAgain();
    }
}
