package labo.report.diagram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.report.Columns;
import labo.report.Theme;
import labo.report.Theme.Style;
import labo.sequence.Diagram;
import labo.sequence.Item;
import labo.sequence.Row;

/**
 * Draws a diagram in lines of text: A's life on the left, B's on the right, packets between them. No line is wider than
 * the theme, down to 40 columns.
 */
public final class TerminalDiagram {
    /** A text takes so many lines at most. */
    private static final int MOST_LINES = 3;

    private static final int TIME = Words.TIME_COLUMNS;
    private static final int PORT = 6;
    /** Below this, ports are left out. */
    private static final int ROOM_FOR_PORTS = 40;

    private final Theme theme;
    private final Glyphs glyphs;

    /** What it is drawn with. */
    private record Glyphs(String life, String waiting, String line, String toB, String toA, String lost, String fold) {
        static final Glyphs UNICODE = new Glyphs("│", "┊", "─", "►", "◄", "✗", "⋮");
        static final Glyphs ASCII = new Glyphs("|", ":", "-", ">", "<", "X", ":");
    }

    public TerminalDiagram(Theme theme) {
        this.theme = theme;
        this.glyphs = theme.unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
    }

    /** Writes these lines of a diagram, with a heading and what has to be known to read them. */
    public void render(Diagram diagram, List<Item> items, Appendable out) throws IOException {
        for (String line : lines(diagram, items)) {
            out.append(line).append('\n');
        }
    }

    /** The same, line by line. */
    public List<String> lines(Diagram diagram, List<Item> items) {
        Page page = new Page(diagram);
        page.draw(items);
        page.explain();
        return page.lines;
    }

    /** The same, without what has to be known to read them. */
    public List<String> unexplained(Diagram diagram, List<Item> items) {
        Page page = new Page(diagram);
        page.draw(items);
        return page.lines;
    }

    /** One drawing. */
    private final class Page {
        private final Diagram diagram;
        private final Words words;
        private final Waits waits = new Waits();
        private final List<String> lines = new ArrayList<>();
        private final int digits;
        /** Columns between the two lives. */
        private final int zone;

        Page(Diagram diagram) {
            this.diagram = diagram;
            this.words = new Words(diagram, theme.unicode());
            this.digits = Math.max(2, String.valueOf(diagram.rows().size()).length());
            this.zone = theme.width() - digits - TIME - 4;
        }

        void draw(List<Item> items) {
            if (items.isEmpty()) {
                lines.add(words.texts().get("none"));
                return;
            }
            heading();
            for (Item item : items) {
                if (item instanceof Item.Shown shown) {
                    row(shown.row());
                } else if (item instanceof Item.Folded folded) {
                    fold(folded);
                }
            }
        }

        void explain() {
            for (String legend : words.legend(diagram)) {
                Lines.wrapped(legend, theme.width(), MOST_LINES, words.ellipsis())
                        .forEach(line -> lines.add(theme.styled(Style.FAINT, line)));
            }
        }

        private void heading() {
            Facts facts = diagram.facts();
            String a = words.texts().get("machine", "A", facts.addressA());
            String b = words.texts().get("machine", "B", facts.addressB());
            String lead = padLeft(words.texts().get("number"), digits) + " "
                    + padLeft(words.texts().get("time"), TIME) + " ";
            String gap = " ".repeat(Math.max(1, zone + 2 - Columns.of(a) - Columns.of(b)));
            lines.add(theme.styled(Style.FAINT, lead)
                    + theme.styled(Style.MACHINE_A, a)
                    + gap
                    + theme.styled(Style.MACHINE_B, b));
        }

        private void row(Row row) {
            String lead = theme.styled(
                    Style.FAINT,
                    padLeft(String.valueOf(row.number()), digits) + " " + padLeft(Words.time(row), TIME) + " ");
            boolean ends = row instanceof Row.Called called && called.part() == Row.Part.ENDED;
            if (ends) {
                waits.pass(new Item.Shown(row));
            }
            if (row instanceof Row.Sent sent) {
                add(lead, packet(sent));
            } else {
                text(row, lead);
            }
            if (!ends) {
                waits.pass(new Item.Shown(row));
            }
        }

        private void add(String lead, String between) {
            String a = waits.any() ? glyphs.waiting : glyphs.life;
            lines.add(lead + theme.styled(Style.MACHINE_A, a) + between + theme.styled(Style.MACHINE_B, glyphs.life));
        }

        private void text(Row row, String lead) {
            boolean left = !(row instanceof Row.Acted);
            Style style = Words.isError(row) ? Style.BAD : left ? Style.MACHINE_A : Style.MACHINE_B;
            String next = lead;
            for (String line : Lines.wrapped(words.of(row), zone - 2, MOST_LINES, words.ellipsis())) {
                String padding = " ".repeat(Math.max(0, zone - 1 - Columns.of(line)));
                String styled = theme.styled(style, line);
                add(next, left ? " " + styled + padding : padding + styled + " ");
                next = " ".repeat(digits + TIME + 2);
            }
        }

        private void fold(Item.Folded folded) {
            waits.pass(folded);
            String text = glyphs.fold + " " + words.folded(folded);
            for (String line : Lines.wrapped(text, zone - 2, MOST_LINES, words.ellipsis())) {
                String padding = " ".repeat(Math.max(0, zone - 1 - Columns.of(line)));
                add(" ".repeat(digits + TIME + 2), " " + theme.styled(Style.FAINT, line) + padding);
            }
        }

        private String packet(Row.Sent sent) {
            boolean ports = zone >= ROOM_FOR_PORTS;
            int room = ports ? zone - 2 * PORT - 4 : zone - 2;
            String left = ports ? " " + padRight(words.port(sent, MachineName.A), PORT) + " " : " ";
            String right = ports ? " " + padLeft(words.port(sent, MachineName.B), PORT) + " " : " ";
            Style style = sent.has("RST") ? Style.BAD : sent.again() || sent.lost() ? Style.WARNING : Style.PLAIN;
            return left + theme.styled(style, arrow(sent, room)) + right;
        }

        /** {@code room} columns; a lost one does not reach the other side. */
        private String arrow(Row.Sent sent, int room) {
            int length = sent.lost() ? room * 3 / 4 : room;
            String label = Columns.cut(words.packet(sent, length - 5), length - 5, words.ellipsis());
            int rest = length - 3 - Columns.of(label);
            String before = glyphs.line.repeat(rest / 2);
            String after = glyphs.line.repeat(rest - rest / 2);
            String shaft = before + " " + label + " " + after;
            if (sent.sender() == MachineName.B) {
                return glyphs.toA + shaft;
            }
            return shaft + (sent.lost() ? glyphs.lost + " ".repeat(room - length) : glyphs.toB);
        }
    }

    private static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - Columns.of(text))) + text;
    }

    private static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - Columns.of(text)));
    }
}
