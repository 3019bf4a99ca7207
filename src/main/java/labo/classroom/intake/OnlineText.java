package labo.classroom.intake;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that was typed into Moodle's own editor: its text, out of the HTML. Pure. */
final class OnlineText {
    /** The folder that such texts are put in, whatever the form of the download. */
    static final String FOLDER = "onlinetext";

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|h[1-6]|tr)\\s*>\\s*?\\n?");
    private static final Pattern HIDDEN = Pattern.compile("(?is)<(head|style|script)\\b.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z!][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]+);");
    private static final Map<String, String> NAMED = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "eacute", "é", "egrave", "è",
            "agrave", "à", "ccedil", "ç");

    private OnlineText() {}

    /** The text as it showed, a line each where a paragraph or a line ended. */
    static String text(String html) {
        String lines = BREAK.matcher(HIDDEN.matcher(html).replaceAll("")).replaceAll("\n");
        String bare = TAG.matcher(lines).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())))
                // What the editor makes of the spaces that begin a line.
                .replace('\u00A0', ' ');
    }

    private static String character(String entity, String asWritten) {
        if (entity.charAt(0) != '#') {
            return NAMED.getOrDefault(entity, asWritten);
        }
        boolean hexadecimal = Character.toLowerCase(entity.charAt(1)) == 'x';
        int point = hexadecimal ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
        return Character.isValidCodePoint(point) ? Character.toString(point) : asWritten;
    }
}
