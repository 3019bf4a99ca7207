package labo.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import labo.shell.Desk;
import labo.shell.text.Tint;
import org.jline.builtins.Nano;

/** {@code /editer}: opens the learner's program in their editor, or in the lab's own. */
final class EditCommand implements Command {
    @Override
    public String name() {
        return "editer";
    }

    @Override
    public List<String> arguments(Desk desk) {
        return Files.names(desk);
    }

    @Override
    public void run(Desk desk, String argument) {
        Files.chosen(desk, argument).ifPresent(file -> edit(desk, file));
    }

    private static void edit(Desk desk, Path file) {
        Optional<String> editor = Stream.of("VISUAL", "EDITOR")
                .map(name -> desk.environment().getOrDefault(name, "").strip())
                .filter(command -> !command.isEmpty())
                .findFirst();
        desk.lend(() -> {
            try {
                if (editor.isPresent()) {
                    runEditor(desk, editor.get(), file);
                } else {
                    Nano nano = new Nano(desk.screen().terminal(), file.resolveSibling(""));
                    nano.open(String.valueOf(file.getFileName()));
                    nano.run();
                }
            } catch (IOException failed) {
                desk.screen()
                        .say(
                                Tint.WARNING,
                                desk.texts()
                                        .get(
                                                "edit.failed",
                                                editor.orElse("nano"),
                                                String.valueOf(failed.getMessage())));
            }
        });
        desk.screen().say(Tint.FAINT, desk.texts().get("edit.done"));
    }

    private static void runEditor(Desk desk, String editor, Path file) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(editor.split("\\s+", -1)));
        command.add(file.toString());
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                desk.screen().say(Tint.WARNING, desk.texts().get("edit.code", editor, code));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
