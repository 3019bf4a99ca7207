package labo.classroom.marks;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of RFC 4180 as it is written: quotes, spaces and line ends included, so that what is not changed stays the same
 * to the octet. (A reader of values alone would lose them.) Pure.
 *
 * @param separator between fields
 * @param rows fields as written, without separators
 * @param ends what ends each row: a line end, or nothing
 */
record SheetRows(char separator, List<List<String>> rows, List<String> ends) {
    private static final char QUOTE = '"';
    private static final String SEPARATORS = ",;\t";

    static SheetRows of(String text) {
        return new Parser(text, separator(text)).parse();
    }

    /** The one that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return (char) SEPARATORS
                .chars()
                .reduce((left, right) -> count(first, right) > count(first, left) ? right : left)
                .orElse(',');
    }

    private static long count(String text, int character) {
        return text.chars().filter(c -> c == character).count();
    }

    /** What a field says. */
    static String value(String written) {
        String field = written.strip();
        boolean quoted = field.length() > 1 && field.charAt(0) == QUOTE && field.charAt(field.length() - 1) == QUOTE;
        return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    /** How a value is written: in quotes where {@code before} was, or where it must be. */
    String written(String value, String before) {
        boolean must = value.indexOf(separator) >= 0
                || value.indexOf(QUOTE) >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return must || before.startsWith("\"") ? QUOTE + value.replace("\"", "\"\"") + QUOTE : value;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(String.join(String.valueOf(separator), rows.get(i))).append(ends.get(i));
        }
        return text.toString();
    }

    /** Goes through the text once. */
    private static final class Parser {
        private final String text;
        private final char separator;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<String> ends = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private int start;

        Parser(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        SheetRows parse() {
            boolean quoted = false;
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == QUOTE) {
                    quoted = !quoted;
                } else if (!quoted && c == separator) {
                    field(at);
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    int end = c == '\r' && text.startsWith("\n", at + 1) ? at + 2 : at + 1;
                    row(at, end);
                    at = end - 1;
                }
            }
            if (start < text.length() || !row.isEmpty()) {
                row(text.length(), text.length());
            }
            return new SheetRows(separator, rows, ends);
        }

        private void field(int end) {
            row.add(text.substring(start, end));
            start = end + 1;
        }

        private void row(int end, int next) {
            field(end);
            rows.add(row);
            ends.add(text.substring(end, next));
            row = new ArrayList<>();
            start = next;
        }
    }
}
