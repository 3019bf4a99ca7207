package labo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import labo.classroom.ClassMarks;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import labo.classroom.Student;
import labo.classroom.marks.FeedbackText;
import labo.classroom.marks.FeedbackZip;
import labo.classroom.marks.Ledger;
import labo.classroom.marks.MarksLines;
import labo.classroom.marks.MarksTable;
import labo.classroom.marks.Scale;
import labo.classroom.marks.Worksheet;
import labo.pages.ClassPages;
import labo.pages.Resemblances;
import labo.pages.Similarities;
import labo.report.SafeText;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** What a graded class leaves: files in one folder, the worksheet, and a few lines on stdout. */
final class ClassOutput {
    private static final String TABLE = "notes.csv";
    private static final String LINES = "notes.jsonl";
    private static final String FEEDBACK = "retours.zip";
    private static final String BOOK = "carnet.db";
    private static final Set<String> FILES = Set.of(TABLE, LINES, FEEDBACK, "index.html", BOOK);

    private final Path folder;
    private final Ledger ledger;
    private final @Nullable SheetFile sheet;
    private final World world;
    private final Texts texts;
    private final UnaryOperator<String> lessonTitles;
    private final boolean compared;
    private final FeedbackText feedback = new FeedbackText();

    /**
     * What a class leaves in {@code folder}.
     *
     * @param sheet the worksheet to fill in, if there is one
     * @param lessonTitles from a lesson's id to its title
     * @param compared whether programs that look alike are looked for
     */
    ClassOutput(
            Path folder,
            Ledger ledger,
            @Nullable SheetFile sheet,
            World world,
            Texts texts,
            UnaryOperator<String> lessonTitles,
            boolean compared) {
        this.folder = folder;
        this.ledger = ledger;
        this.sheet = sheet;
        this.world = world;
        this.texts = texts;
        this.lessonTitles = lessonTitles;
        this.compared = compared;
    }

    /** Where the gradebook of a class is, among what it leaves in {@code folder}, if no other place is named. */
    static Path book(Path folder) {
        return folder.resolve(BOOK);
    }

    /** Whether what a class leaves in {@code folder} would take the place of that file. */
    static boolean replaces(Path folder, Path file) {
        Path own = folder.toAbsolutePath().normalize();
        Path other = file.toAbsolutePath().normalize();
        return own.equals(other.getParent()) && FILES.contains(String.valueOf(other.getFileName()));
    }

    /** Writes everything, and gives the exit code. */
    int write(ClassMarks all) throws IOException, InterruptedException {
        List<Mark> marks = all.marks();
        file(TABLE, out -> text(out, writer -> new MarksTable(ledger).write(marks, writer)));
        new ClassPages(ledger, lessonTitles).write(all, similarities(all), folder);
        file(LINES, out -> text(out, writer -> new MarksLines(ledger).write(marks, writer)));
        Map<String, Worksheet.Filling> fillings = new LinkedHashMap<>();
        if (marks.stream().anyMatch(mark -> !recipients(mark.student()).isEmpty())) {
            file(FEEDBACK, out -> feedback(all, out, fillings));
        }
        summary(marks);
        if (sheet != null) {
            fill(sheet, fillings, marks);
        }
        print(texts.get("class.written", folder));
        return count(marks, Outcome.AGAIN) == 0 ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private Similarities similarities(ClassMarks all) throws IOException, InterruptedException {
        Resemblances resemblances = new Resemblances();
        if (compared) {
            return resemblances.find(all, folder);
        }
        resemblances.forget(folder);
        return Similarities.NONE;
    }

    /** Writes each student's feedback, one at a time, and notes what goes into the worksheet. */
    private void feedback(ClassMarks all, OutputStream out, Map<String, Worksheet.Filling> fillings)
            throws IOException {
        FeedbackZip zip = new FeedbackZip(out);
        for (Mark mark : all.marks()) {
            List<Student> recipients = recipients(mark.student());
            if (!recipients.isEmpty() && mark.outcome() != Outcome.AGAIN) {
                Scale.Given given = mark.outcome().marked() ? ledger.give(mark) : null;
                List<String> lines = feedback.lines(all.book().dossier(mark), given, ledger.outOf(mark));
                byte[] page = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
                for (Student student : recipients) {
                    fillings.put(
                            String.valueOf(student.id()),
                            new Worksheet.Filling(given == null ? null : given.given(), FeedbackText.html(lines)));
                    zip.add(student, "retour.txt", page);
                }
            }
        }
        zip.finish();
    }

    /** Those whom Moodle has a number for. */
    private List<Student> recipients(Student student) {
        List<Student> all = sheet == null ? List.of(student) : sheet.worksheet().recipients(student);
        return all.stream().filter(one -> one.id() != null).toList();
    }

    private void fill(SheetFile file, Map<String, Worksheet.Filling> fillings, List<Mark> marks) throws IOException {
        Worksheet.Filled filled = file.worksheet().fill(fillings);
        Path original = file.write(filled.content());
        print(texts.get("sheet.written", file.path(), original));
        list("sheet.unmatched", named(filled.unmatched(), marks));
        list("sheet.locked", named(filled.locked(), marks));
        list("sheet.untouched", filled.untouched());
    }

    private static List<String> named(Set<String> ids, List<Mark> marks) {
        return marks.stream()
                .map(Mark::student)
                .filter(student -> student.id() != null && ids.contains(student.id()))
                .map(student -> student.name() + " (" + student.id() + ")")
                .toList();
    }

    private void list(String key, List<String> names) {
        if (!names.isEmpty()) {
            print(texts.get(key, names.size(), String.join(", ", names)));
        }
    }

    private void summary(List<Mark> marks) {
        print(texts.get(
                "class.done",
                marks.size(),
                count(marks, Outcome.PASSED),
                count(marks, Outcome.FAILED),
                count(marks, Outcome.REFUSED),
                count(marks, Outcome.AGAIN)));
        for (Mark mark : marks) {
            if (!mark.outcome().marked()) {
                print(texts.get(
                        "class.unmarked",
                        texts.get("class.outcome." + mark.outcome().term()),
                        mark.student().name(),
                        String.join(" ", mark.remarks())));
            }
        }
    }

    private static int count(List<Mark> marks, Outcome outcome) {
        return (int) marks.stream().filter(mark -> mark.outcome() == outcome).count();
    }

    private void print(String line) {
        world.terminal().out().println(SafeText.oneLine(line));
    }

    /** Writes into what it is given. */
    @FunctionalInterface
    private interface Content<T> {
        void write(T out) throws IOException;
    }

    private static void text(OutputStream out, Content<Appendable> content) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        content.write(writer);
        writer.flush();
    }

    /** Replaces the file at one stroke. */
    private void file(String name, Content<OutputStream> content) throws IOException {
        Path draft = Files.createTempFile(folder, ".labo-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.write(out);
            }
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
