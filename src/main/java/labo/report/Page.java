package labo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import labo.report.Theme.Style;

/** Lines of text on an {@link Appendable}: wrapped, indented, harmless. */
final class Page {
    /** Characters of a paragraph: what a program says of itself in one may be of any length. */
    private static final int LONGEST = 2_000;

    /** What is cut keeps so many columns at least. */
    private static final int LEAST_ROOM = 12;

    private final Appendable out;
    private final Theme theme;

    Page(Appendable out, Theme theme) {
        this.out = out;
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    void blank() throws IOException {
        out.append('\n');
    }

    /** A paragraph; each of its lines is indented. */
    void text(int indent, Style style, String text) throws IOException {
        for (String line : wrapped(harmless(text), theme.width() - indent)) {
            raw(indent, theme.styled(style, line));
        }
    }

    /** A paragraph behind a symbol; its further lines stand under its first. */
    void marked(int indent, Theme.Symbol symbol, Style style, String text) throws IOException {
        int lead =
                new Theme(false, theme.unicode(), theme.width()).symbol(symbol).length() + 1;
        behind(indent, theme.symbol(symbol) + " ", lead, style, text);
    }

    /** A paragraph behind a label; its further lines are indented by two columns more. */
    void labelled(int indent, String label, String text) throws IOException {
        List<String> lines = wrapped(label + harmless(text), theme.width() - indent - 2);
        String first = lines.get(0);
        int cut = Math.min(label.length(), first.length());
        raw(indent, theme.styled(Style.FAINT, first.substring(0, cut)) + first.substring(cut));
        for (String line : lines.subList(1, lines.size())) {
            raw(indent + 2, line);
        }
    }

    /** A line shown as it is, only made harmless, and cut where the page ends: source text, octets. */
    void verbatim(int indent, String label, String text) throws IOException {
        raw(indent, theme.styled(Style.FAINT, label) + cut(SafeText.oneLine(text), indent + label.length()));
    }

    private String harmless(String text) {
        if (text.length() <= LONGEST) {
            return SafeText.oneLine(text);
        }
        return SafeText.oneLine(text.substring(0, text.offsetByCodePoints(0, LONGEST / 2))) + theme.ellipsis();
    }

    /** Lines that are harmless already, in their styles. */
    void drawing(int indent, List<String> lines) throws IOException {
        for (String line : lines) {
            raw(indent, line);
        }
    }

    private String cut(String text, int column) {
        int room = Math.max(LEAST_ROOM, theme.width() - column);
        if (text.codePointCount(0, text.length()) <= room) {
            return text;
        }
        int end = text.offsetByCodePoints(0, room - theme.ellipsis().length());
        return text.substring(0, end) + theme.ellipsis();
    }

    private void behind(int indent, String lead, int columns, Style style, String text) throws IOException {
        List<String> lines = wrapped(harmless(text), theme.width() - indent - columns);
        raw(indent, lead + theme.styled(style, lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            raw(indent + columns, theme.styled(style, line));
        }
    }

    private void raw(int indent, String line) throws IOException {
        out.append(" ".repeat(indent)).append(line).append('\n');
    }

    /** Breaks at ordinary spaces only: a non-breaking one stays with its neighbours. A long word stays whole. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            boolean full = line.length() > 0
                    && line.codePointCount(0, line.length()) + 1 + word.codePointCount(0, word.length()) > width;
            if (full) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
