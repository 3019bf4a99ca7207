package labo.classroom.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Moodle makes of what it is given: its own rules in our words, an oracle that shares nothing with what writes. */
public final class MoodleImport {
    private MoodleImport() {}

    /**
     * A feedback file that Moodle has found somebody for.
     *
     * @param participant Moodle's number
     * @param name how the file is called from then on
     */
    public record Feedback(int participant, String name) {}

    /**
     * The file of a feedback zip, or nothing where Moodle passes over it without a word: is_valid_filename_for_import of
     * mod/assign/feedback/file/importziplib.php.
     */
    public static Optional<Feedback> feedback(String path, Set<Integer> participants) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        String last = parts.get(parts.size() - 1);
        if (last.startsWith(".") || last.startsWith("~")) {
            return Optional.empty();
        }
        while (!parts.isEmpty()) {
            String[] info = parts.remove(0).split("_", 5);
            if (info.length < 4
                    || !info[1].matches("\\d+")
                    || !participants.contains(Integer.valueOf(info[1]))
                    || !info[2].matches("assignsubmission|assignfeedback")
                    || !info[3].equals("file")) {
                continue;
            }
            parts.add(0, info.length == 4 ? "" : info[4]);
            return Optional.of(new Feedback(Integer.parseInt(info[1]), String.join("/", parts)));
        }
        return Optional.empty();
    }

    /**
     * The rows of a worksheet as lib/csvlib.class.php reads them: by PHP's fgetcsv, whose escape character in quotes is the
     * backslash. A row with another number of cells than the first has the whole file refused ("csvweirdcolumns").
     */
    public static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String plain = text.replace("\r\n", "\n");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (quoted && c == '\\' && i + 1 < plain.length()) {
                cell.append(c).append(plain.charAt(++i));
            } else if (quoted && c == '"' && plain.startsWith("\"", i + 1)) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    /** The number that a grade's cell says (unformat_float of lib/moodlelib.php): the language's sign, or a point. */
    public static double grade(String cell, char decimal) {
        return Double.parseDouble(cell.replace(" ", "").replace(decimal, '.'));
    }
}
