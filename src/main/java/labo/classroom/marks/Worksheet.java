package labo.classroom.marks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.classroom.Student;
import org.jspecify.annotations.Nullable;

/**
 * A teacher's offline grading worksheet, downloaded from Moodle. What is not filled in stays as it was, to the octet:
 * columns, order, encoding, quotes, line ends. Immutable.
 */
public final class Worksheet {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");
    private static final int MOODLE_DIGITS = 2;

    private final SheetText file;
    private final SheetRows table;
    private final Map<SheetColumn, Integer> columns;

    private Worksheet(SheetText file, SheetRows table, Map<SheetColumn, Integer> columns) {
        this.file = file;
        this.table = table;
        this.columns = columns;
    }

    /**
     * What goes into a student's row.
     *
     * @param grade null: the grade's cell stays as it is
     * @param comment HTML, as Moodle takes it
     */
    public record Filling(@Nullable BigDecimal grade, String comment) {}

    /**
     * A worksheet with marks in it.
     *
     * @param unmatched ids that have no row
     * @param locked ids whose row says that its grade may not be changed: it was left alone
     * @param untouched names on rows that nothing was handed in for
     */
    @SuppressWarnings("ArrayRecordComponent") // a file's octets, written by whoever asked for them and never compared
    public record Filled(byte[] content, Set<String> unmatched, Set<String> locked, List<String> untouched) {}

    /** The worksheet that {@code file} holds; empty if it has no columns for identifiers and grades. */
    public static Optional<Worksheet> of(byte[] file) {
        SheetText text = SheetText.of(file);
        SheetRows table = SheetRows.of(text.text());
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        if (!table.rows().isEmpty()) {
            List<String> headers = table.rows().get(0);
            for (int i = 0; i < headers.size(); i++) {
                int at = i;
                SheetColumn.of(SheetRows.value(headers.get(i))).ifPresent(column -> columns.putIfAbsent(column, at));
            }
        }
        return columns.containsKey(SheetColumn.ID) && columns.containsKey(SheetColumn.GRADE)
                ? Optional.of(new Worksheet(text, table, columns))
                : Optional.empty();
    }

    /**
     * Those whom what {@code student} handed in is marked for: the members of a group, where work is handed in by groups,
     * else the student alone. Moodle (from 4.1) names a group's folder after the group, and its number is the group's
     * (mod/assign/classes/downloader.php): to take it for a participant's would give somebody else the mark.
     */
    public List<Student> recipients(Student student) {
        String team = SheetTeam.key(student.name());
        List<Student> members = students().stream()
                .filter(row -> SheetTeam.key(cell(row, SheetColumn.TEAM)).equals(team))
                .filter(row -> !id(row).isEmpty())
                .map(row -> new Student(id(row), cell(row, SheetColumn.NAME), id(row)))
                .toList();
        return team.isEmpty() || members.isEmpty() ? List.of(student) : members;
    }

    /** When each student handed in, by id, as far as the worksheet says. */
    public Map<String, Instant> dates(ZoneId zone) {
        Map<String, Instant> dates = new LinkedHashMap<>();
        for (List<String> row : students()) {
            SheetDate.of(cell(row, SheetColumn.HANDED_IN))
                    .ifPresent(date -> dates.put(id(row), date.atZone(zone).toInstant()));
        }
        return dates;
    }

    /** The best grade there is, by id, as far as the worksheet says. */
    public Map<String, BigDecimal> best() {
        Map<String, BigDecimal> best = new LinkedHashMap<>();
        for (List<String> row : students()) {
            number(cell(row, SheetColumn.BEST)).ifPresent(grade -> best.put(id(row), grade));
        }
        return best;
    }

    /** The same with grades and comments, by id. */
    public Filled fill(Map<String, Filling> fillings) {
        Set<String> unmatched = new LinkedHashSet<>(fillings.keySet());
        Set<String> locked = new LinkedHashSet<>();
        List<String> untouched = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>(table.rows().subList(0, 1));
        for (List<String> row : students()) {
            Filling filling = fillings.get(id(row));
            unmatched.remove(id(row));
            if (filling == null) {
                untouched.add(cell(row, SheetColumn.NAME));
                rows.add(row);
            } else if (isLocked(row)) {
                locked.add(id(row));
                rows.add(row);
            } else {
                rows.add(filled(row, filling));
            }
        }
        String text = new SheetRows(table.separator(), rows, table.ends()).text();
        return new Filled(file.encoded(text), unmatched, locked, untouched);
    }

    private List<List<String>> students() {
        return table.rows().subList(1, table.rows().size());
    }

    /** Moodle's number alone: "Participant 900110" is 900110. */
    private String id(List<String> row) {
        Matcher number = NUMBER.matcher(cell(row, SheetColumn.ID));
        return number.find() ? number.group(1) : "";
    }

    private boolean isLocked(List<String> row) {
        String open = cell(row, SheetColumn.OPEN).toLowerCase(Locale.ROOT);
        return open.equals("non") || open.equals("no");
    }

    private String cell(List<String> row, SheetColumn column) {
        Integer at = columns.get(column);
        return at == null || at >= row.size()
                ? ""
                : SheetRows.value(row.get(at)).strip();
    }

    private List<String> filled(List<String> row, Filling filling) {
        List<String> changed = new ArrayList<>(row);
        if (filling.grade() != null) {
            set(changed, SheetColumn.GRADE, grade(filling.grade()));
        }
        set(changed, SheetColumn.COMMENT, Cell.inert(filling.comment()));
        return changed;
    }

    private void set(List<String> row, SheetColumn column, String value) {
        Integer at = columns.get(column);
        if (at != null && at < row.size()) {
            row.set(at, table.written(value, row.get(at)));
        }
    }

    private String grade(BigDecimal grade) {
        String written = grade.setScale(MOODLE_DIGITS, RoundingMode.HALF_UP).toPlainString();
        return hasCommas() ? written.replace('.', ',') : written;
    }

    /** As the numbers that are there; where there are none with a fraction, as the headers' language has it. */
    private boolean hasCommas() {
        for (List<String> row : students()) {
            for (SheetColumn column : List.of(SheetColumn.BEST, SheetColumn.GRADE)) {
                String number = cell(row, column);
                if (number.matches("\\d+[.,]\\d+")) {
                    return number.indexOf(',') >= 0;
                }
            }
        }
        return cell(table.rows().get(0), SheetColumn.ID)
                .toLowerCase(Locale.ROOT)
                .equals("identifiant");
    }

    private static Optional<BigDecimal> number(String cell) {
        return cell.matches("\\d+(?:[.,]\\d+)?")
                ? Optional.of(Scale.plain(new BigDecimal(cell.replace(',', '.'))))
                : Optional.empty();
    }
}
