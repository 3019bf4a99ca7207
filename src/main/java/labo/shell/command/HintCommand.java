package labo.shell.command;

import java.util.List;
import labo.shell.Desk;
import labo.shell.Screen;
import labo.shell.text.Tint;

/** {@code /indice}: a little more help each time. */
final class HintCommand implements Command {
    @Override
    public String name() {
        return "indice";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public void run(Desk desk, String argument) {
        List<String> hints = desk.hints();
        Screen screen = desk.screen();
        if (hints.isEmpty()) {
            screen.say(Tint.FAINT, desk.texts().get("hint.none"));
            return;
        }
        int given = desk.journey().here().hints();
        int level = Math.min(given + 1, hints.size());
        screen.line(Tint.TITLE, desk.texts().get("hint.level", level, hints.size()));
        screen.markedText(Tint.FAINT, " ", hints.get(level - 1));
        if (level > given) {
            desk.journey().hinted(level);
        }
        screen.say(Tint.FAINT, desk.texts().get(after(desk, level < hints.size())));
    }

    private static String after(Desk desk, boolean more) {
        if (more) {
            return "hint.more";
        }
        return desk.program().isPresent() ? "hint.solution" : "hint.last";
    }
}
