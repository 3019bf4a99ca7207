package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import labo.shell.Desk;
import labo.shell.Screen;
import labo.shell.text.Tint;
import labo.shell.text.Wrapping;
import org.jline.utils.AttributedString;

/** {@code /aide}: what can be asked for. */
final class HelpCommand implements Command {
    private static final int NAMES = 16;

    private final List<Command> others;

    HelpCommand(List<Command> others) {
        this.others = others;
    }

    @Override
    public String name() {
        return "aide";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public void run(Desk desk, String argument) {
        Screen screen = desk.screen();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Tint.TITLE.of(desk.texts().get("help.title")));
        others.forEach(command -> lines.addAll(line(desk, command.name())));
        lines.addAll(line(desk, name()));
        lines.add(AttributedString.EMPTY);
        lines.addAll(Wrapping.wrap(Tint.FAINT.of(desk.texts().get("help.keys")), screen.width()));
        desk.page(lines);
    }

    private static List<AttributedString> line(Desk desk, String name) {
        String usage = desk.texts().get("command." + name + ".usage");
        AttributedString lead = Tint.CODE.of("  " + usage + " ".repeat(Math.max(1, NAMES - usage.length())));
        AttributedString help = new AttributedString(desk.texts().get("command." + name));
        return Wrapping.behind(lead, help, desk.screen().width());
    }
}
