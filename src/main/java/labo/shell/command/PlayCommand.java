package labo.shell.command;

import labo.shell.Desk;

/** {@code /essayer}. */
final class PlayCommand implements Command {
    @Override
    public String name() {
        return "essayer";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.play();
    }
}
