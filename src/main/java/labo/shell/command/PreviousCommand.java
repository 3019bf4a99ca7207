package labo.shell.command;

import labo.shell.Desk;

/** {@code /precedent}. */
final class PreviousCommand implements Command {
    @Override
    public String name() {
        return "precedent";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.previous();
    }
}
