package labo.catalog;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file. Asking it for what it is not reports that and answers something harmless, so that reading
 * goes on and finds everything else that is wrong.
 *
 * @param name what a message calls it: the key it stands under
 */
record Value(String name, Node node, Problems problems) {
    /** What a value can be. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        LIST,
        SECTION,
        NOTHING,
        OTHER;

        /** In French. */
        String words() {
            return Messages.say("kind-" + Messages.key(this));
        }
    }

    int line() {
        return lineOf(node);
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    boolean isText() {
        return hasTag(Tag.STR);
    }

    boolean isScalar() {
        return node instanceof ScalarNode && !hasTag(Tag.NULL);
    }

    boolean isNothing() {
        return hasTag(Tag.NULL);
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    private boolean hasTag(Tag tag) {
        return node instanceof ScalarNode && node.getTag().equals(tag);
    }

    /** A text as it stands, perhaps empty. */
    String rawText() {
        return scalar().filter(scalar -> isText()).map(ScalarNode::getValue).orElseGet(() -> wrong(Kind.TEXT, ""));
    }

    /** A text that says something. */
    String text() {
        String text = rawText();
        if (isText() && text.isBlank()) {
            problems.error(line(), Fault.TEXT_EMPTY, name);
        }
        return text;
    }

    /** A French text that says something; it is linted. */
    String prose() {
        String text = text();
        boolean literal = scalar().map(ScalarNode::getScalarStyle)
                .filter(style -> style == ScalarStyle.LITERAL)
                .isPresent();
        problems.prose(literal ? line() + 1 : line(), literal, text);
        return text;
    }

    /** A text, or a number or a truth value taken for one. */
    String literal() {
        return scalar().filter(scalar -> isScalar()).map(ScalarNode::getValue).orElseGet(() -> wrong(Kind.TEXT, ""));
    }

    /** A text in which only the values of {@code names} stand. */
    String template(Names names) {
        String text = rawText();
        names.check(text, line(), problems);
        return text;
    }

    /** A {@link #literal} in which only the values of {@code names} stand. */
    String literalTemplate(Names names) {
        String text = literal();
        names.check(text, line(), problems);
        return text;
    }

    int wholeNumber(int least, int most) {
        if (!hasTag(Tag.INT)) {
            return wrong(Kind.NUMBER, least);
        }
        String digits = scalar().map(ScalarNode::getValue).orElse("");
        if (digits.length() <= 10) {
            long number = Long.parseLong(digits);
            if (least <= number && number <= most) {
                return (int) number;
            }
        }
        problems.error(line(), Fault.NUMBER_RANGE, name, least, most, digits);
        return least;
    }

    boolean flag() {
        if (!hasTag(Tag.BOOL)) {
            return wrong(Kind.FLAG, false);
        }
        return scalar().map(ScalarNode::getValue)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    List<Value> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(Kind.LIST, List.of());
        }
        return sequence.getValue().stream()
                .map(item -> new Value(name, item, problems))
                .toList();
    }

    /** A list, or one value that stands for a list of one. */
    List<Value> listOrOne() {
        return isList() ? list() : List.of(this);
    }

    Section section() {
        return node instanceof MappingNode mapping
                ? new Section(name, mapping, problems)
                : wrong(Kind.SECTION, Section.empty(name, line(), problems));
    }

    private Optional<ScalarNode> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
    }

    private <T> T wrong(Kind expected, T instead) {
        problems.error(line(), Fault.TYPE_WRONG, name, expected.words(), kind().words());
        return instead;
    }

    private Kind kind() {
        if (isSection()) {
            return Kind.SECTION;
        }
        if (isList()) {
            return Kind.LIST;
        }
        if (isNothing()) {
            return Kind.NOTHING;
        }
        if (hasTag(Tag.INT)) {
            return Kind.NUMBER;
        }
        if (hasTag(Tag.BOOL)) {
            return Kind.FLAG;
        }
        return isText() ? Kind.TEXT : Kind.OTHER;
    }
}
