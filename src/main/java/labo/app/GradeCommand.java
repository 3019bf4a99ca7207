package labo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import labo.classroom.Batch;
import labo.classroom.BookLock;
import labo.classroom.ClassMarks;
import labo.classroom.Gradebook;
import labo.classroom.HandIn;
import labo.classroom.Mark;
import labo.classroom.Student;
import labo.classroom.Terms;
import labo.classroom.intake.Intake;
import labo.classroom.marks.Ledger;
import labo.classroom.marks.Scale;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.machine.LabException;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labo noter}: grades a class, and gives its marks back. */
@Command(name = "noter")
final class GradeCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;
    private final Notices notices;

    @SuppressWarnings("UnusedVariable") // for its options, which others read
    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private LabOptions lab = new LabOptions();

    @Mixin
    private MarkOptions marks = new MarkOptions();

    @Parameters(index = "0", paramLabel = "SOURCE", descriptionKey = "SOURCE")
    private String source = "";

    @Option(names = "--exercice", paramLabel = "ID", required = true, descriptionKey = "exercice")
    private String exerciseId = "";

    @Option(names = "--sortie", paramLabel = "DOSSIER", descriptionKey = "noter.sortie")
    private @Nullable String output;

    @Option(names = "--carnet", paramLabel = "FICHIER", descriptionKey = "carnet")
    private @Nullable String bookFile;

    @Option(names = "--feuille", paramLabel = "MOODLE.csv", descriptionKey = "feuille")
    private @Nullable String worksheet;

    @Option(names = "--paralleles", paramLabel = "N", descriptionKey = "paralleles")
    private int atOnce = Runtime.getRuntime().availableProcessors();

    @Option(names = "--refaire", descriptionKey = "refaire")
    private boolean again;

    @Option(names = "--sans-similarite", descriptionKey = "sans-similarite")
    private boolean notCompared;

    GradeCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
        this.notices = new Notices(world, texts);
    }

    @SuppressWarnings("try") // the lock is there to be closed
    @Override
    public Integer call() throws IOException, LabException, InterruptedException {
        Exercise exercise = course.exercise(world, exerciseId);
        if (atOnce < 1) {
            throw Problem.usage("class.at-once", atOnce);
        }
        Scale scale = marks.scale();
        SheetFile sheet = worksheet == null ? null : SheetFile.read(world.path(worksheet));
        Path from = source();
        Path folder = world.path(output == null ? "notes-" + exercise.id() : output);
        if (folder.toAbsolutePath().normalize().startsWith(from.toAbsolutePath().normalize())) {
            throw Problem.usage("class.inside", folder);
        }
        if (sheet != null && ClassOutput.replaces(folder, sheet.path())) {
            throw Problem.usage("sheet.replaced", sheet.path());
        }
        ClassSandbox sandbox = ClassSandbox.of(lab, world);
        try (Intake intake = open(from, exercise)) {
            if (intake.handIns().isEmpty()) {
                throw Problem.usage("class.nobody", from);
            }
            Files.createDirectories(folder);
            Path file = bookFile == null ? ClassOutput.book(folder) : world.path(bookFile);
            try (BookLock turn = lock(file);
                    Gradebook book = book(file)) {
                return grade(exercise, intake, book, sandbox, output(folder, ledger(scale, sheet, intake), sheet));
            }
        }
    }

    private ClassOutput output(Path folder, Ledger ledger, @Nullable SheetFile sheet) {
        Course lessons = world.backstage().course(course.lessons(world));
        return new ClassOutput(
                folder,
                ledger,
                sheet,
                world,
                texts,
                id -> lessons.lesson(id).map(Lesson::title).orElse(id),
                !notCompared);
    }

    private static Ledger ledger(Scale scale, @Nullable SheetFile sheet, Intake intake) {
        if (sheet == null) {
            return new Ledger(scale, Map.of(), Map.of());
        }
        List<Student> students = intake.handIns().stream().map(HandIn::student).toList();
        return new Ledger(
                scale,
                sheet.ofEach(students, sheet.worksheet().dates(ZoneId.systemDefault())),
                sheet.ofEach(students, sheet.worksheet().best()));
    }

    private Path source() {
        Path from = world.path(source);
        if (!Files.exists(from)) {
            throw Problem.usage("class.missing", from);
        }
        return from;
    }

    private static Intake open(Path from, Exercise exercise) {
        try {
            return Intake.open(from, exercise);
        } catch (IOException unreadable) {
            throw Problem.usage("class.unreadable", from, String.valueOf(unreadable.getMessage()))
                    .causedBy(unreadable);
        }
    }

    /** @throws Problem if another run writes that book now: both would grade the same hand-ins */
    private static BookLock lock(Path file) {
        try {
            return BookLock.of(file).orElseThrow(() -> Problem.environment("class.locked", file));
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    private static Gradebook book(Path file) {
        try {
            return Gradebook.open(file);
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    private static Problem unusable(Path file, IOException why) {
        return Problem.usage("class.book", file, String.valueOf(why.getMessage()))
                .causedBy(why);
    }

    private int grade(Exercise exercise, Intake intake, Gradebook book, ClassSandbox sandbox, ClassOutput out)
            throws IOException, LabException, InterruptedException {
        Terms terms = new Terms(exercise, sandbox.sandbox().term(), sandbox.image(), seed(book));
        notices.say("class.begin", intake.handIns().size(), sandbox.sandbox().term(), terms.seed());
        ClassMarks all;
        try (LastWords interruption = LastWords.before(this::stopping, this::cutShort)) {
            Batch.End end = run(terms, intake, book, sandbox, interruption);
            all = new ClassMarks(exercise, present(book.marks(exercise.id()), intake.handIns()), book);
            if (end == Batch.End.STOPPED) {
                return stopped(all.marks().size(), intake.handIns().size());
            }
        }
        return out.write(all);
    }

    private Batch.End run(Terms terms, Intake intake, Gradebook book, ClassSandbox sandbox, LastWords interruption)
            throws IOException, LabException, InterruptedException {
        try (Examiner examiner = world.backstage().examiner(sandbox.sandbox());
                ClassProgress progress = new ClassProgress(world.terminal(), texts)) {
            Batch batch = new Batch(
                    book,
                    submission -> examiner.grade(terms.exercise(), submission, terms.seed()),
                    terms,
                    Clock.systemUTC(),
                    progress);
            interruption.stopBy(batch::stop);
            return batch.run(intake.handIns(), sandbox.atOnce(atOnce, notices), again);
        } catch (LabException gone) {
            throw broken(
                    present(book.marks(terms.exercise().id()), intake.handIns()).size(), intake, gone);
        }
    }

    private Problem broken(int graded, Intake intake, LabException gone) {
        String why = texts.get("fault." + gone.fault());
        return Problem.environment("class.broken", graded, intake.handIns().size(), why)
                .causedBy(gone);
    }

    /** Told here: when the process is asked to end, it does as soon as the last words are over. */
    private int stopped(int graded, int all) {
        return new Failures(world, texts, false).tell(Problem.environment("class.stopped", graded, all));
    }

    private void stopping() {
        leaveTheBar();
        notices.say("class.stopping");
    }

    /** What is in the book stays, and the labs go with this process: the same as after a power cut. */
    private void cutShort() {
        leaveTheBar();
        new Failures(world, texts, false).tell(Problem.environment("class.cut-short"));
    }

    /** The bar, and the ^C that the terminal shows, stand in the line that the cursor is in. */
    private void leaveTheBar() {
        if (world.terminal().errIsTerminal()) {
            world.terminal().err().println();
        }
    }

    /** The seed asked for, else the one of the first time: a class is graded with the same values, whenever that is. */
    private long seed(Gradebook book) throws IOException {
        long seed = lab.chosenSeed().orElse(book.seed(exerciseId).orElseGet(lab::seed));
        book.keepSeed(exerciseId, seed);
        return seed;
    }

    /** Those of the book who are in this source. */
    private static List<Mark> present(List<Mark> marks, List<HandIn> handIns) {
        Set<String> keys = new HashSet<>();
        handIns.forEach(handIn -> keys.add(handIn.student().key()));
        return marks.stream()
                .filter(mark -> keys.contains(mark.student().key()))
                .toList();
    }
}
