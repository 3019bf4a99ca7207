package labo.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The marks of classes, in one SQLite file. Entries are added, never changed: the last one of a student is the mark, those
 * before it are its history. An entry is on the disk when {@link #enter} returns. Thread-safe.
 */
public final class Gradebook implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int PATIENCE_MS = 10_000;
    private static final List<String> SCHEMA = List.of(
            """
            CREATE TABLE entry(
                id INTEGER PRIMARY KEY AUTOINCREMENT, exercise TEXT NOT NULL, student TEXT NOT NULL,
                name TEXT NOT NULL, moodle TEXT, outcome TEXT NOT NULL, score INTEGER NOT NULL,
                max_score INTEGER NOT NULL, main TEXT NOT NULL, remarks TEXT NOT NULL, diagnoses TEXT NOT NULL,
                handed_in TEXT, graded_at TEXT NOT NULL, duration_ms INTEGER NOT NULL, seed INTEGER NOT NULL,
                sandbox TEXT NOT NULL, identity TEXT NOT NULL, report BLOB, sources BLOB)""",
            "CREATE INDEX entry_of_student ON entry(exercise, student, id)",
            "CREATE TABLE seed(exercise TEXT PRIMARY KEY, seed INTEGER NOT NULL)",
            "PRAGMA user_version = " + VERSION);
    /** Without the columns that are heavy. */
    private static final String LIGHT = "SELECT id, exercise, student, name, moodle, outcome, score, max_score, main,"
            + " remarks, diagnoses, handed_in, graded_at, duration_ms, seed, sandbox, identity FROM entry";

    private static final String LAST = " WHERE id IN (SELECT max(id) FROM entry WHERE exercise = ? GROUP BY student)";

    private final Connection book;

    private Gradebook(Connection book) {
        this.book = book;
    }

    /**
     * Opens the book, and makes it where there is none.
     *
     * @throws IOException if that file is no gradebook of this version, or cannot be written
     */
    public static Gradebook open(Path file) throws IOException {
        try {
            Connection book = DriverManager.getConnection("jdbc:sqlite:" + file);
            boolean ready = false;
            try {
                prepare(book, file);
                ready = true;
                return new Gradebook(book);
            } finally {
                if (!ready) {
                    book.close();
                }
            }
        } catch (SQLException failed) {
            throw new IOException(file + ": " + failed.getMessage(), failed);
        }
    }

    private static void prepare(Connection book, Path file) throws SQLException, IOException {
        try (Statement statement = book.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MS);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("BEGIN IMMEDIATE");
            int version = statement.executeQuery("PRAGMA user_version").getInt(1);
            if (version == 0) {
                for (String change : SCHEMA) {
                    statement.execute(change);
                }
            }
            statement.execute("COMMIT");
            if (version > VERSION) {
                throw new IOException(file + ": version " + version);
            }
        }
    }

    /** The seed that the exercise was first graded with, if it was. */
    public synchronized OptionalLong seed(String exercise) throws IOException {
        List<Long> seeds = query("SELECT seed FROM seed WHERE exercise = ?", List.of(exercise), row -> row.getLong(1));
        return seeds.isEmpty() ? OptionalLong.empty() : OptionalLong.of(seeds.get(0));
    }

    /** Keeps the seed for the next time. */
    public synchronized void keepSeed(String exercise, long seed) throws IOException {
        change("INSERT OR REPLACE INTO seed VALUES (?, ?)", List.of(exercise, seed));
    }

    /**
     * Enters one mark, for good.
     *
     * @param report JSON, or null where nothing was graded
     * @param sources the submitted files' texts, the program's first
     */
    public synchronized void enter(Mark mark, @Nullable String report, Map<String, String> sources) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(mark.exercise());
        values.add(mark.student().key());
        values.add(mark.student().name());
        values.add(mark.student().id());
        values.add(mark.outcome().term());
        values.add(mark.score());
        values.add(mark.maxScore());
        values.add(mark.main());
        values.add(EntryForm.list(mark.remarks()));
        values.add(EntryForm.list(mark.diagnoses()));
        values.add(mark.handedIn() == null ? null : mark.handedIn().toString());
        values.add(mark.gradedAt().toString());
        values.add(mark.durationMs());
        values.add(mark.seed());
        values.add(mark.sandbox());
        values.add(mark.identity());
        values.add(report == null ? null : EntryForm.packed(report));
        values.add(EntryForm.packed(EntryForm.map(sources)));
        change("INSERT INTO entry VALUES (NULL" + ", ?".repeat(values.size()) + ")", values);
    }

    /** The student's mark in that exercise: the last entry. */
    public synchronized Optional<Mark> mark(String exercise, Student student) throws IOException {
        return query(
                        LIGHT + " WHERE exercise = ? AND student = ? ORDER BY id DESC LIMIT 1",
                        List.of(exercise, student.key()),
                        EntryForm::mark)
                .stream()
                .findFirst();
    }

    /** All students' marks in that exercise, by name. */
    public synchronized List<Mark> marks(String exercise) throws IOException {
        return query(LIGHT + LAST + " ORDER BY name, student", List.of(exercise), EntryForm::mark);
    }

    /** All entries of a student in that exercise, the oldest first. */
    public synchronized List<Mark> history(String exercise, Student student) throws IOException {
        return query(
                LIGHT + " WHERE exercise = ? AND student = ? ORDER BY id",
                List.of(exercise, student.key()),
                EntryForm::mark);
    }

    /** What is kept of one entered mark. Read anew at each call: have one at a time. */
    public synchronized Dossier dossier(Mark mark) throws IOException {
        List<Dossier> found = query(
                "SELECT report, sources FROM entry WHERE id = ?",
                List.of(mark.entry()),
                row -> new Dossier(mark, EntryForm.tree(row.getBytes(1)), EntryForm.texts(row.getBytes(2))));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no entry " + mark.entry());
        }
        return found.get(0);
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    private <T> List<T> query(String sql, List<? extends @Nullable Object> values, Row<T> reader) throws IOException {
        try (PreparedStatement statement = statement(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private void change(String sql, List<? extends @Nullable Object> values) throws IOException {
        try (PreparedStatement statement = statement(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private PreparedStatement statement(String sql, List<? extends @Nullable Object> values) throws SQLException {
        PreparedStatement statement = book.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Everything entered is in the one file when this returns. */
    @Override
    public synchronized void close() throws IOException {
        try {
            book.close();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
