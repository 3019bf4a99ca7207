package labo.shell.command;

import java.util.Optional;
import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /rejouer}: the scenario that failed, alone, with the same values, against the file as it is now. */
final class ReplayCommand implements Command {
    @Override
    public String name() {
        return "rejouer";
    }

    @Override
    public void run(Desk desk, String argument) {
        Optional<Desk.Program> program = desk.program();
        if (program.isPresent()) {
            program.get().replay();
        } else {
            desk.screen().say(Tint.WARNING, desk.texts().get("program.none"));
        }
    }
}
