package labo.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;

/** Renders Markdown as lines for a terminal. */
public final class Markdown {
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final Symbols symbols;

    public Markdown(Symbols symbols) {
        this.symbols = symbols;
    }

    /**
     * The lines of a text.
     *
     * @param width in columns; code and tables may be wider
     */
    public List<AttributedString> lines(String markdown, int width) {
        Node document = parser.parse(markdown);
        Blocks blocks = new Blocks(symbols, width);
        document.accept(blocks);
        return blocks.lines();
    }

    /** The same lines behind {@code margin} spaces. */
    public List<AttributedString> lines(String markdown, int width, int margin) {
        AttributedString lead = new AttributedString(" ".repeat(margin));
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString line : lines(markdown, width - margin)) {
            lines.add(line.length() == 0 ? line : AttributedString.join(AttributedString.EMPTY, lead, line));
        }
        return lines;
    }
}
