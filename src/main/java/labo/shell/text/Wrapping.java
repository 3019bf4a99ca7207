package labo.shell.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Breaks styled text into lines. */
public final class Wrapping {
    private Wrapping() {}

    /**
     * The lines of {@code text}, broken at ordinary spaces: a non-breaking one stays with its neighbours. A word wider
     * than a line stays whole.
     *
     * @param width in columns
     */
    public static List<AttributedString> wrap(AttributedString text, int width) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (AttributedString word : words(text)) {
            boolean full = line.length() > 0 && line.columnLength() + 1 + word.columnLength() > width;
            if (full) {
                lines.add(line.toAttributedString());
                line = new AttributedStringBuilder();
            } else if (line.length() > 0) {
                line.append(" ", word.length() > 0 ? word.styleAt(0) : Tint.PLAIN.style());
            }
            line.append(word);
        }
        lines.add(line.toAttributedString());
        return lines;
    }

    private static List<AttributedString> words(AttributedString text) {
        List<AttributedString> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                words.add(text.subSequence(start, i));
                start = i + 1;
            }
        }
        words.add(text.subSequence(start, text.length()));
        return words;
    }

    /** The lines behind a lead: the first behind {@code first}, the others behind as many spaces. */
    public static List<AttributedString> behind(AttributedString first, AttributedString text, int width) {
        int lead = first.columnLength();
        List<AttributedString> lines = new ArrayList<>();
        for (AttributedString line : wrap(text, Math.max(1, width - lead))) {
            AttributedString before = lines.isEmpty() ? first : new AttributedString(" ".repeat(lead));
            lines.add(AttributedString.join(AttributedString.EMPTY, before, line));
        }
        return lines;
    }
}
