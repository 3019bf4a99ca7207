package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.observe.Timeline;
import labo.report.diagram.Explanation;
import labo.report.diagram.TerminalDiagram;
import labo.sequence.Diagram;
import labo.sequence.Item;
import labo.sequence.Row;
import labo.shell.Desk;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** {@code /fil}: the whole exchange between the two machines; with a number, what that line means; with two, unfolded. */
final class ThreadCommand implements Command {
    /** Lines of a whole diagram, about. */
    private static final int MOST = 80;

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?");

    @Override
    public String name() {
        return "fil";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public void run(Desk desk, String argument) {
        Optional<Timeline> timeline = desk.thread();
        Diagram diagram = timeline.map(Diagram::of).orElse(null);
        if (diagram == null || diagram.rows().isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("thread.none"));
        } else if (argument.isEmpty()) {
            draw(desk, diagram, diagram.folded(MOST));
            desk.screen().say(Tint.FAINT, desk.texts().get("thread.how"));
        } else {
            ask(desk, diagram, argument);
        }
    }

    private static void ask(Desk desk, Diagram diagram, String argument) {
        Matcher numbers = NUMBERS.matcher(argument);
        int first = numbers.matches() ? Integer.parseInt(numbers.group(1)) : 0;
        Optional<Row> row = diagram.row(first);
        if (row.isEmpty()) {
            int last = diagram.rows().size();
            desk.screen().say(Tint.WARNING, desk.texts().get("thread.no-row", argument, last));
        } else if (numbers.group(2) == null) {
            draw(desk, diagram, List.of(new Item.Shown(row.get())));
            new Explanation(diagram).of(row.get()).forEach(said -> desk.screen().say(Tint.PLAIN, said));
        } else {
            draw(desk, diagram, diagram.between(first, Integer.parseInt(numbers.group(2))));
        }
    }

    private static void draw(Desk desk, Diagram diagram, List<Item> items) {
        List<AttributedString> lines = new ArrayList<>();
        new TerminalDiagram(desk.screen().theme())
                .lines(diagram, items)
                .forEach(line -> lines.add(AttributedString.fromAnsi(line)));
        desk.page(lines);
    }
}
