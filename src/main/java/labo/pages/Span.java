package labo.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a sentence.
 *
 * @param code whether it stands between backquotes in the text, which are not part of it
 */
public record Span(String text, boolean code) {
    /** The pieces of a sentence, none of them empty. */
    public static List<Span> of(String sentence) {
        String[] parts = sentence.split("`", -1);
        List<Span> spans = new ArrayList<>();
        for (int at = 0; at < parts.length; at++) {
            boolean closed = at % 2 == 1 && at < parts.length - 1;
            String text = at % 2 == 1 && !closed ? "`" + parts[at] : parts[at];
            if (!text.isEmpty()) {
                spans.add(new Span(text, closed));
            }
        }
        return spans;
    }
}
