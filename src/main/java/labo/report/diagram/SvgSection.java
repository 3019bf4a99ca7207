package labo.report.diagram;

import java.util.List;
import java.util.Locale;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.report.Columns;
import labo.sequence.Item;
import labo.sequence.Row;

/** One diagram of an SVG document, drawn from a height on. Used once. All lengths are in pixels. */
final class SvgSection {
    static final double MARGIN = 12;

    private static final double LINE = 16;
    private static final double NUMBER_END = 30;
    private static final double TIME_END = 86;
    private static final double LIFE_A = 98;
    /** From the right side. */
    private static final double LIFE_B = 12;

    private static final double PADDING = 8;
    /** Columns that fit between the lives where the document is 360 pixels wide. */
    private static final int COLUMNS = 31;

    private static final int TITLE_COLUMNS = 38;
    private static final int LEGEND_COLUMNS = 44;
    private static final int MOST_LINES = 5;

    private final SvgDiagram.Section section;
    private final Words words;
    private final Explanation explanation;
    private final Waits waits = new Waits();
    private final StringBuilder out = new StringBuilder();
    private double y;

    SvgSection(SvgDiagram.Section section, double top) {
        this.section = section;
        this.words = new Words(section.diagram(), true);
        this.explanation = new Explanation(section.diagram());
        this.y = top;
    }

    /** Where it ends. */
    double bottom() {
        return y;
    }

    String draw(List<Item> items) {
        for (String line : Lines.wrapped(section.title(), TITLE_COLUMNS, MOST_LINES, words.ellipsis())) {
            y += LINE + 2;
            text("fil-title", MARGIN, line);
        }
        heading();
        for (Item item : items) {
            if (item instanceof Item.Shown shown) {
                row(shown.row());
            } else if (item instanceof Item.Folded folded) {
                waits.pass(folded);
                double top = y;
                texts("fil-faint", true, "⋮ " + words.folded(folded));
                lives(top);
            }
        }
        y += PADDING;
        for (String legend : words.legend(section.diagram())) {
            for (String line : Lines.wrapped(legend, LEGEND_COLUMNS, MOST_LINES, words.ellipsis())) {
                y += LINE;
                text("fil-faint", MARGIN, line);
            }
        }
        return out.toString();
    }

    private void heading() {
        Facts facts = section.diagram().facts();
        y += LINE + PADDING;
        text("fil-a", LIFE_A - 4, words.texts().get("machine", "A", facts.addressA()));
        right("fil-b", LIFE_B - 4, words.texts().get("machine", "B", facts.addressB()));
        y += 4;
    }

    private void row(Row row) {
        boolean ends = row instanceof Row.Called called && called.part() == Row.Part.ENDED;
        if (ends) {
            waits.pass(new Item.Shown(row));
        }
        double top = y;
        out.append("<g><title>")
                .append(escaped(String.join(" ", explanation.of(row))))
                .append("</title>\n");
        lead(row);
        if (row instanceof Row.Sent sent) {
            packet(sent);
        } else {
            boolean left = !(row instanceof Row.Acted);
            texts(Words.isError(row) ? "fil-bad" : left ? "fil-a" : "fil-b", left, words.of(row));
        }
        lives(top);
        out.append("</g>\n");
        if (!ends) {
            waits.pass(new Item.Shown(row));
        }
    }

    /** Number and time, on the row's first line. */
    private void lead(Row row) {
        double base = y + LINE;
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"fil-small\" x=\"%s\" y=\"%s\" text-anchor=\"end\">%d</text>\n",
                number(NUMBER_END),
                number(base),
                row.number()));
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"fil-small\" x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>\n",
                number(TIME_END),
                number(base),
                Words.time(row)));
    }

    private void texts(String style, boolean left, String text) {
        for (String line : Lines.wrapped(text, COLUMNS, MOST_LINES, words.ellipsis())) {
            y += LINE;
            if (left) {
                text(style, LIFE_A + PADDING, line);
            } else {
                right(style, LIFE_B + PADDING, line);
            }
        }
        y += 4;
    }

    private void packet(Row.Sent sent) {
        String style = sent.has("RST") ? "fil-bad" : sent.again() || sent.lost() ? "fil-warn" : "";
        for (String line : Lines.wrapped(words.packet(sent, 2 * COLUMNS), COLUMNS, MOST_LINES, words.ellipsis())) {
            y += LINE;
            centred(style, line);
        }
        y += 7;
        arrow(sent, style);
        y += 13;
        text("fil-small", LIFE_A + PADDING, words.port(sent, MachineName.A));
        right("fil-small", LIFE_B + PADDING, words.port(sent, MachineName.B));
        y += 4;
    }

    private void arrow(Row.Sent sent, String style) {
        String end = sent.lost() ? "75%" : "100%";
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" transform=\"translate(-%s 0)\"/>\n",
                style,
                number(LIFE_A + LIFE_B + 6 + 4),
                end,
                number(y),
                number(y),
                number(LIFE_B + 6)));
        boolean toB = sent.sender() == MachineName.A;
        String head = toB ? "M-10 -4L0 0L-10 4Z" : "M10 -4L0 0L10 4Z";
        String cross = "M-5 -6L0 -1L5 -6L6 -5L1 0L6 5L5 6L0 1L-5 6L-6 5L-1 0L-6 -5Z";
        out.append(String.format(
                Locale.ROOT,
                "<svg x=\"%s\" y=\"%s\" overflow=\"visible\" width=\"1\" height=\"1\">"
                        + "<path class=\"%s\" transform=\"translate(%s 0)\" d=\"%s\"/></svg>\n",
                toB ? end : number(LIFE_A),
                number(y),
                style,
                number(toB ? -(sent.lost() ? LIFE_B + 2 : LIFE_B + 3) : 3),
                sent.lost() ? cross : head));
    }

    /** Both lives from a height to where the drawing is now. */
    private void lives(double top) {
        life(waits.any() ? "fil-a fil-wait" : "fil-a", number(LIFE_A), 0, top);
        life("fil-b", "100%", LIFE_B, top);
    }

    private void life(String style, String x, double left, double top) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" transform=\"translate(-%s 0)\"/>\n",
                style,
                x,
                x,
                number(top),
                number(y),
                number(left)));
    }

    private void text(String style, double x, String text) {
        write(style, number(x), "", "", text);
    }

    /** Ends so far from the right side. */
    private void right(String style, double fromRight, String text) {
        write(style, "100%", " text-anchor=\"end\"", " transform=\"translate(-" + number(fromRight) + " 0)\"", text);
    }

    /** In the middle between the two lives. */
    private void centred(String style, String text) {
        String shift = number((LIFE_A - LIFE_B) / 2);
        write(style, "50%", " text-anchor=\"middle\"", " transform=\"translate(" + shift + " 0)\"", text);
    }

    private void write(String style, String x, String anchor, String transform, String text) {
        if (Columns.of(text) == 0) {
            return;
        }
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%s\" y=\"%s\"%s%s>%s</text>\n",
                style,
                x,
                number(y),
                anchor,
                transform,
                escaped(text)));
    }

    static String number(double length) {
        return length == Math.rint(length) ? String.valueOf((long) length) : String.format(Locale.ROOT, "%.1f", length);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
