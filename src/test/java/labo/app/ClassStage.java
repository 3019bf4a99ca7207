package labo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.catalog.Reading;
import labo.catalog.Solutions;
import labo.check.Verdict;
import labo.classroom.ClassFixture;
import labo.grade.Plan;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.machine.Labs;
import labo.observe.Octets;

/** The real {@code labo noter} with an examiner that believes what a program says of itself. */
final class ClassStage implements Backstage, Engine, Examiner {
    /** Programs that say so. */
    static final String RIGHT = "# juste\n";

    static final String WRONG = "# faux\n";
    static final String LOST = "# perdu\n";

    private Runnable whileGrading = () -> {};
    private Optional<Status> engine = Optional.of(new Status("20.10", "labo:1", Image.READY));

    /** Does that each time a program is graded. */
    void whileGrading(Runnable task) {
        whileGrading = task;
    }

    /** From now on no engine answers. */
    void withoutEngine() {
        engine = Optional.empty();
    }

    RealLabo.Outcome noter(Path directory, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "noter";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return RealLabo.run(directory, directory, this, all);
    }

    @Override
    public Reading read(Path lessons) {
        Lesson lesson = new Lesson("serveur-tcp", 1, "Le serveur", "", "", List.of(), ClassFixture.EXERCISE, List.of());
        return new Reading.Read(new Course("Cours", List.of(lesson)), List.of());
    }

    @Override
    public Reading read(Path lessons, String lesson) {
        return read(lessons);
    }

    @Override
    public Reading lint(Path lessons) {
        return read(lessons);
    }

    @Override
    public Solutions solutions(Path folder, Course course) {
        return new Solutions(List.of(), List.of());
    }

    @Override
    public Engine engine() {
        return this;
    }

    @Override
    public Optional<String> python() {
        return Optional.of("3.11");
    }

    @Override
    public Labs labs(Sandbox sandbox, boolean timeWait) {
        throw new UnsupportedOperationException("nothing runs here");
    }

    @Override
    public Examiner examiner(Sandbox sandbox) {
        return this;
    }

    @Override
    public Rehearsal rehearsal(Sandbox sandbox) {
        throw new UnsupportedOperationException("nothing is rehearsed here");
    }

    @Override
    public Optional<Status> status() {
        return engine;
    }

    @Override
    public void build(Progress progress) {}

    @Override
    public Report grade(Exercise exercise, Submission submission, Plan plan) {
        whileGrading.run();
        String source = submission
                .files()
                .getOrDefault(submission.main(), Octets.utf8(""))
                .text();
        Report report = ClassFixture.report(submission, verdict(source));
        return new Report(
                report.exercise(),
                report.files(),
                Map.of(submission.main(), source),
                report.sandbox(),
                plan.seed(),
                report.results(),
                report.timelines(),
                report.durationMs());
    }

    private static Verdict verdict(String program) {
        return switch (program.lines().findFirst().orElse("").concat("\n")) {
            case RIGHT -> new Verdict.Passed();
            case LOST -> new Verdict.Inconclusive("machine b");
            default -> new Verdict.Failed("le port 8888", "=1+1 <b>\"le\" port 80", null, 1);
        };
    }

    @Override
    public void close() {}
}
