package labo.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown text without what is not French in it. */
final class MarkdownText {
    // A fence up to its end or the text's; then code spans, links' targets, addresses, values, HTML comments.
    private static final Pattern NOT_FRENCH =
            Pattern.compile("(?ms)^ {0,3}(?<fence>`{3,}|~{3,}).*?(?:^ {0,3}\\k<fence>[`~]*\\s*$|\\z)"
                    + "|(?<ticks>`+)(?!`).+?(?<!`)\\k<ticks>(?!`)"
                    + "|(?<=\\])\\([^)\\s]*\\)"
                    + "|<?(?<![a-z])[a-z]{2,10}://[^\\s>)]*>?"
                    + "|\\$\\{[^}\\n]*\\}"
                    + "|(?m)^ {4,}.*$"
                    + "|<!--.*?-->");
    // A table's cells are padded, and its rule is made of colons and hyphens.
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^[ \\t]*\\|.*\\|[ \\t]*$");

    private MarkdownText() {}

    /** The text with every letter of code and addresses replaced by a neutral one, so that all places stay. */
    static String blankCode(String markdown) {
        String prose = NOT_FRENCH.matcher(markdown).replaceAll(match -> neutral(match.group()));
        return TABLE_ROW.matcher(prose).replaceAll(match -> Matcher.quoteReplacement(row(match.group())));
    }

    private static String neutral(String code) {
        return code.replaceAll("[^\\n]", "x");
    }

    private static String row(String row) {
        return row.matches("[\\s|:-]*")
                ? row.replaceAll("[^\\n]", "x")
                : row.replaceAll(" {2,}", " ").strip();
    }
}
