package labo.shell.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The text of a paragraph with its styles, on one line. */
final class Inline extends AbstractVisitor {
    private final AttributedStringBuilder out = new AttributedStringBuilder();
    private final Deque<AttributedStyle> styles = new ArrayDeque<>();

    private Inline(AttributedStyle base) {
        styles.push(base);
    }

    static AttributedString of(Node block, AttributedStyle base) {
        Inline inline = new Inline(base);
        inline.visitChildren(block);
        return inline.out.toAttributedString();
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral(), styles.element());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral(), Tint.CODE.style());
    }

    @Override
    public void visit(SoftLineBreak line) {
        out.append(" ", styles.element());
    }

    @Override
    public void visit(HardLineBreak line) {
        out.append(" ", styles.element());
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within(styles.element().bold(), strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        within(styles.element().italic(), emphasis);
    }

    @Override
    public void visit(Link link) {
        within(styles.element().underline(), link);
        if (!link.getDestination().isEmpty()) {
            out.append(" <" + link.getDestination() + ">", Tint.FAINT.style());
        }
    }

    private void within(AttributedStyle style, Node node) {
        styles.push(style);
        visitChildren(node);
        styles.pop();
    }
}
