package labo.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import labo.shell.Desk;
import labo.shell.text.Tint;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** {@code /surveiller}: grades the learner's program at each save, until a key is pressed. */
final class WatchCommand implements Command {
    private static final long LOOK_MS = 200;

    @Override
    public String name() {
        return "surveiller";
    }

    @Override
    public List<String> arguments(Desk desk) {
        return Files.names(desk);
    }

    @Override
    public void run(Desk desk, String argument) {
        Files.chosen(desk, argument).ifPresent(file -> desk.program().ifPresent(program -> watch(desk, program, file)));
    }

    private static void watch(Desk desk, Desk.Program program, Path file) {
        try (FileWatch watch = new FileWatch(file)) {
            boolean passed = program.verify(file);
            while (!passed) {
                desk.screen().say(Tint.FAINT, desk.texts().get("watch.waiting", desk.shown(file)));
                desk.screen().flush();
                if (!savedBeforeAKey(desk.screen().terminal(), watch)) {
                    break;
                }
                passed = program.verify(file);
            }
        } catch (IOException failed) {
            desk.screen().say(Tint.WARNING, desk.texts().get("watch.failed", String.valueOf(failed.getMessage())));
        }
        desk.screen().say(Tint.FAINT, desk.texts().get("watch.over"));
    }

    private static boolean savedBeforeAKey(Terminal terminal, FileWatch watch) throws IOException {
        Attributes before = terminal.enterRawMode();
        Attributes quiet = terminal.getAttributes();
        quiet.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(quiet);
        try {
            while (terminal.reader().read(LOOK_MS) == NonBlockingReader.READ_EXPIRED) {
                if (watch.saved()) {
                    return true;
                }
            }
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }
}
