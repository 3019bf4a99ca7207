package labo.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jline.utils.AttributedString;

/** Lays blocks out, one under the other, an empty line between. */
final class Blocks extends AbstractVisitor {
    private static final String CODE_MARGIN = "    ";
    private static final int LEAST_WIDTH = 20;

    private final Symbols symbols;
    private final int width;
    private final boolean tight;
    private final List<AttributedString> lines = new ArrayList<>();

    Blocks(Symbols symbols, int width) {
        this(symbols, width, false);
    }

    /** @param tight without empty lines between blocks */
    private Blocks(Symbols symbols, int width, boolean tight) {
        this.tight = tight;
        this.symbols = symbols;
        this.width = Math.max(LEAST_WIDTH, width);
    }

    List<AttributedString> lines() {
        return lines;
    }

    private void block(List<AttributedString> block) {
        if (!lines.isEmpty() && !tight) {
            lines.add(AttributedString.EMPTY);
        }
        lines.addAll(block);
    }

    private List<AttributedString> within(Node node, int narrower, boolean close) {
        Blocks inner = new Blocks(symbols, width - narrower, close);
        inner.visitChildren(node);
        return inner.lines;
    }

    @Override
    public void visit(Heading heading) {
        block(Wrapping.wrap(Inline.of(heading, Tint.TITLE.style()), width));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(Wrapping.wrap(Inline.of(paragraph, Tint.PLAIN.style()), width));
    }

    @Override
    public void visit(ThematicBreak rule) {
        block(List.of(Tint.FAINT.of(symbols.rule().repeat(width))));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        block(code(code.getLiteral(), code.getInfo() != null && code.getInfo().startsWith("py")));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        block(code(code.getLiteral(), false));
    }

    /** Code that is not said to be Python is coloured when it reads like it. */
    private static List<AttributedString> code(String literal, boolean python) {
        List<AttributedString> code = new ArrayList<>();
        for (String line : literal.stripTrailing().split("\n", -1)) {
            AttributedString shown = python || looksLikePython(line) ? PythonTokens.colour(line) : Tint.CODE.of(line);
            code.add(AttributedString.join(AttributedString.EMPTY, new AttributedString(CODE_MARGIN), shown));
        }
        return code;
    }

    private static boolean looksLikePython(String line) {
        return line.matches(
                "\\s*(>>> .*|import .*|from .* import .*|[\\w.]+(, *\\w+)* = .*|[\\w.]+\\(.*\\))(\\s*#.*)?");
    }

    @Override
    public void visit(BlockQuote quote) {
        AttributedString lead = Tint.FAINT.of(symbols.quote() + " ");
        block(within(quote, lead.columnLength(), false).stream()
                .map(line -> AttributedString.join(AttributedString.EMPTY, lead, line))
                .toList());
    }

    @Override
    public void visit(BulletList list) {
        list(list, item -> symbols.bullet() + " ");
    }

    @Override
    public void visit(OrderedList list) {
        int first = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        list(list, item -> (first + item) + ". ");
    }

    private void list(ListBlock list, java.util.function.IntFunction<String> marker) {
        List<AttributedString> all = new ArrayList<>();
        int number = 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!list.isTight() && !all.isEmpty()) {
                all.add(AttributedString.EMPTY);
            }
            AttributedString lead = Tint.FAINT.of("  " + marker.apply(number++));
            all.addAll(hanging(lead, within(item, lead.columnLength(), list.isTight())));
        }
        block(all);
    }

    private static List<AttributedString> hanging(AttributedString lead, List<AttributedString> lines) {
        AttributedString blank = new AttributedString(" ".repeat(lead.columnLength()));
        List<AttributedString> all = new ArrayList<>();
        for (AttributedString line : lines) {
            boolean empty = line.length() == 0 && !all.isEmpty();
            all.add(empty ? line : AttributedString.join(AttributedString.EMPTY, all.isEmpty() ? lead : blank, line));
        }
        return all;
    }

    @Override
    public void visit(CustomBlock custom) {
        if (custom instanceof TableBlock table) {
            block(Tables.lines(table, symbols));
        } else {
            visitChildren(custom);
        }
    }
}
