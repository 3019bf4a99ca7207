package labo.report;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text that came from a program harmless to a terminal. */
public final class SafeText {
    /** Wherever a line may begin: lines are broken at spaces. */
    private static final Pattern COMMAND = Pattern.compile("(?<![^ ]):(?=:\\p{Alpha})|#(?=#(?:\\[|vso))");

    private SafeText() {}

    /**
     * {@code text} on one line, where all that would command a terminal rather than show (control characters, escape
     * sequences, marks that turn the direction of writing) is written as Python would escape it; and so is the first
     * character of what a build service would take for a command ({@code ::error}, {@code ##[}), at the start of a word.
     */
    public static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.append(escaped(point)));
        return COMMAND.matcher(out)
                .replaceAll(found -> code(found.group().charAt(0)).replace("\\", "\\\\"));
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> shows(point) ? Character.toString(point) : code(point);
        };
    }

    private static boolean shows(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String code(int point) {
        String format = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
        return String.format(Locale.ROOT, format, point);
    }
}
