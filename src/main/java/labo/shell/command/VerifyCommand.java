package labo.shell.command;

import java.util.List;
import labo.shell.Desk;

/** {@code /verifier}: grades the learner's program. */
final class VerifyCommand implements Command {
    @Override
    public String name() {
        return "verifier";
    }

    @Override
    public List<String> arguments(Desk desk) {
        return Files.names(desk);
    }

    @Override
    public void run(Desk desk, String argument) {
        Files.chosen(desk, argument).ifPresent(file -> desk.program().ifPresent(program -> program.verify(file)));
    }
}
