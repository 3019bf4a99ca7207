package labo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Finds links that lead nowhere and code that is never closed. A link to a lesson is written {@code lecon:ID}. */
public final class MarkdownLint {
    /** What a link to a lesson starts with. */
    public static final String LESSON = "lecon:";

    private static final Pattern OUTSIDE = Pattern.compile("(?:https?://|mailto:|#).+");
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private MarkdownLint() {}

    /** The faults of a Markdown text of a course that has lessons of these ids. */
    static List<LintFault> lint(String markdown, Iterable<String> lessonIds) {
        Lint lint = new Lint(lessonIds);
        PARSER.parse(markdown).accept(lint);
        return List.copyOf(lint.faults);
    }

    private static final class Lint extends AbstractVisitor {
        private final List<LintFault> faults = new ArrayList<>();
        private final List<String> lessonIds = new ArrayList<>();

        Lint(Iterable<String> lessonIds) {
            lessonIds.forEach(this.lessonIds::add);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            if (block.getClosingFenceLength() == null) {
                faults.add(LintFault.of(line(block), Fault.MARKDOWN_FENCE_OPEN));
            }
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (to.isBlank()) {
                faults.add(LintFault.of(line(link), Fault.MARKDOWN_LINK_EMPTY));
            } else if (!leadsSomewhere(to)) {
                faults.add(LintFault.of(line(link), Fault.MARKDOWN_LINK_UNKNOWN, to));
            }
            visitChildren(link);
        }

        private boolean leadsSomewhere(String to) {
            return to.startsWith(LESSON)
                    ? lessonIds.contains(to.substring(LESSON.length()))
                    : OUTSIDE.matcher(to).matches();
        }

        private static int line(Node node) {
            return node.getSourceSpans().stream()
                    .findFirst()
                    .map(span -> span.getLineIndex() + 1)
                    .orElse(1);
        }
    }
}
