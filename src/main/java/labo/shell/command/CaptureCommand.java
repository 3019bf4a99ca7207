package labo.shell.command;

import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /capture FICHIER}: the packets that A and B exchanged, in a file that Wireshark and tshark open. */
final class CaptureCommand implements Command {
    @Override
    public String name() {
        return "capture";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.isEmpty()) {
            desk.screen().say(Tint.WARNING, desk.texts().get("capture.where"));
        } else {
            desk.capture(desk.path(argument));
        }
    }
}
