package labo.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Lays tables out in columns. */
public final class Tables {
    private static final String GAP = "  ";

    private Tables() {}

    static List<AttributedString> lines(TableBlock table, Symbols symbols) {
        List<List<AttributedString>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
            }
        }
        return columns(rows, symbols);
    }

    private static List<AttributedString> cells(Node row) {
        List<AttributedString> cells = new ArrayList<>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            boolean header = node instanceof TableCell cell && cell.isHeader();
            cells.add(Inline.of(node, header ? Tint.STRONG.style() : Tint.PLAIN.style()));
        }
        return cells;
    }

    /** Rows in columns as wide as their widest cell; the first row is the heading. */
    public static List<AttributedString> columns(List<List<AttributedString>> rows, Symbols symbols) {
        int[] widths = widths(rows);
        List<AttributedString> lines = new ArrayList<>();
        for (List<AttributedString> row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add(Tint.FAINT.of(symbols.rule().repeat(total(widths))));
            }
        }
        return lines;
    }

    private static int[] widths(List<List<AttributedString>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<AttributedString> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).columnLength());
            }
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = GAP.length() * Math.max(0, widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static AttributedString line(List<AttributedString> row, int[] widths) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < row.size(); i++) {
            AttributedString cell = row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths[i] - cell.columnLength()) + GAP);
            }
        }
        return line.toAttributedString();
    }
}
