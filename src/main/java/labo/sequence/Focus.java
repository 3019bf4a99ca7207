package labo.sequence;

import java.util.List;
import labo.observe.Raised;
import org.jspecify.annotations.Nullable;

/** Finds the row that a failure is about. */
final class Focus {
    private Focus() {}

    /** Its index in {@code rows}; the last one where nothing else is known. */
    static int of(List<Row> rows, @Nullable Integer line) {
        int found = line == null ? -1 : lastOfLine(rows, line);
        if (found < 0) {
            found = lastError(rows);
        }
        return found < 0 ? Math.max(0, rows.size() - 1) : found;
    }

    private static int lastOfLine(List<Row> rows, int line) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            var place = rows.get(i).line();
            if (place != null && place.line() == line) {
                return i;
            }
        }
        return -1;
    }

    private static int lastError(List<Row> rows) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (isError(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isError(Row row) {
        if (row instanceof Row.Called called) {
            return !called.call().succeeded();
        }
        if (row instanceof Row.Sent sent) {
            return sent.has("RST") || sent.lost();
        }
        if (row instanceof Row.Acted acted) {
            return !acted.peer().succeeded();
        }
        return row instanceof Row.Hanging || (row instanceof Row.Ran ran && ran.event() instanceof Raised);
    }
}
