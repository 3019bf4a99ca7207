package labo.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import labo.report.SafeText;
import labo.report.Texts;

/** A submitted file, line by line, as a page shows it: harmless, and no longer than a reader can use. */
final class SourceLines {
    private static final int MOST_LINES = 2000;
    private static final int MOST_COLUMNS = 500;
    private static final String TAB = "    ";

    private SourceLines() {}

    /**
     * The file's lines.
     *
     * @param file its place among the student's files, from 1
     * @param notes what is said of lines, by 1-based number
     */
    static StudentPage.Source of(int file, String name, String text, Map<Integer, List<String>> notes, Texts texts) {
        List<String> all = text.lines().limit(MOST_LINES + 1L).toList();
        List<StudentPage.Line> lines = new ArrayList<>();
        for (int at = 0; at < Math.min(all.size(), MOST_LINES); at++) {
            int number = at + 1;
            lines.add(new StudentPage.Line(
                    number, anchor(file, number), shown(all.get(at)), notes.getOrDefault(number, List.of())));
        }
        String note = all.size() > MOST_LINES ? texts.get("source.cut", MOST_LINES) : "";
        return new StudentPage.Source(SafeText.oneLine(name), lines, note);
    }

    static String anchor(int file, int line) {
        return "f" + file + "-l" + line;
    }

    /** A line of text made harmless. */
    static String shown(String line) {
        String spaced = line.replace("\t", TAB);
        boolean cut = spaced.length() > MOST_COLUMNS;
        return SafeText.oneLine(cut ? spaced.substring(0, MOST_COLUMNS) : spaced) + (cut ? "…" : "");
    }
}
