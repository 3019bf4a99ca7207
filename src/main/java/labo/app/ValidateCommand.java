package labo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import labo.catalog.Finding;
import labo.catalog.Nearest;
import labo.catalog.Reading;
import labo.catalog.Solution;
import labo.catalog.Solutions;
import labo.lesson.Course;
import labo.lesson.Lesson;
import labo.machine.LabException;
import labo.report.SafeText;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labo valider}: the course is in order, and its programs and live answers come out as they say. */
@Command(name = "valider")
final class ValidateCommand implements Callable<Integer> {
    /** More labs than this take each other's processor time on the usual two cores. */
    private static final int LABS = 3;

    private final World world;
    private final Texts texts;
    private final Notices notices;

    @SuppressWarnings("UnusedVariable") // it adds options that others read
    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Mixin
    private LabOptions lab = new LabOptions();

    @Option(names = "--solutions", paramLabel = "DOSSIER", descriptionKey = "solutions")
    private @Nullable String solutionsFolder;

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "ID")
    private List<String> ids = List.of();

    ValidateCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
        this.notices = new Notices(world, texts);
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        Path lessons = course.lessons(world);
        Reading reading = world.backstage().lint(lessons);
        if (reading instanceof Reading.Unreadable broken) {
            broken.findings().forEach(finding -> show(lessons, finding));
            print("validate.unreadable");
            return ExitCode.NOT_PASSED;
        }
        return validate(lessons, (Reading.Read) reading);
    }

    private int validate(Path lessons, Reading.Read read) throws LabException, InterruptedException {
        Set<String> chosen = chosen(read.course());
        Path folder = solutionsFolder == null ? lessons.resolveSibling("solutions") : world.path(solutionsFolder);
        Solutions solutions = world.backstage().solutions(folder, read.course());
        Summary summary = new Summary(chosen);
        read.warnings().stream().filter(summary::concerns).forEach(finding -> {
            show(lessons, finding);
            summary.add(finding);
        });
        solutions.findings().stream().filter(summary::concerns).forEach(finding -> {
            show(folder, finding);
            summary.add(finding);
        });
        Sandbox sandbox = lab.sandbox(course, world, notices);
        CourseTrials trials = CourseTrials.of(lessons, read.course(), chosen, solutions.programs(), sandbox);
        List<Trial.Outcome> outcomes = run(trials.trials(), sandbox);
        for (int i = 0; i < outcomes.size(); i++) {
            judge(trials.trials().get(i), outcomes.get(i), lessons, folder, summary);
        }
        tell(read.course(), summary, trials.skipped(), folder);
        return summary.exitCode();
    }

    /** The ids asked for; all lessons' if none was. */
    private Set<String> chosen(Course known) {
        List<String> all = known.lessons().stream().map(Lesson::id).toList();
        for (String id : ids) {
            if (!all.contains(id)) {
                throw Nearest.to(id, all)
                        .map(near -> Problem.usage("lesson.near", id, near))
                        .orElseGet(() -> Problem.usage("lesson.unknown", id));
            }
        }
        return Set.copyOf(ids.isEmpty() ? all : ids);
    }

    private List<Trial.Outcome> run(List<Trial> trials, Sandbox sandbox) throws LabException, InterruptedException {
        if (trials.isEmpty()) {
            return List.of();
        }
        long seed = lab.seed();
        notices.say("validate.begin", trials.size(), sandbox.term(), seed);
        int atOnce = sandbox == Sandbox.DOCKER ? LABS : 1;
        try (Rehearsal rehearsal = world.backstage().rehearsal(sandbox);
                ProgressOnTerminal progress = new ProgressOnTerminal(texts.get("validate.task"), world.terminal())) {
            TrialBench bench = new TrialBench(rehearsal, atOnce, seed);
            List<Trial.Outcome> outcomes = bench.run(trials, progress);
            if (!bench.recovered().isEmpty()) {
                notices.say("validate.again", String.join(", ", bench.recovered()));
            }
            return outcomes;
        }
    }

    private void judge(Trial trial, Trial.Outcome outcome, Path lessons, Path solutions, Summary summary) {
        Path folder = trial.folder() == Trial.Folder.LESSONS ? lessons : solutions;
        if (!outcome.conclusive()) {
            show(folder, trial.finding(1, texts.get("validate.inconclusive")));
            summary.inconclusive(trial.lesson());
            return;
        }
        summary.tried(trial);
        for (Promise.Broken broken : outcome.broken()) {
            Finding finding = trial.finding(
                    broken.line(), texts.get(broken.key(), broken.words().toArray()));
            show(folder, finding);
            summary.add(finding);
        }
    }

    private void tell(Course known, Summary summary, List<Solution> skipped, Path solutions) {
        for (Lesson lesson : known.lessons()) {
            if (summary.concerns(lesson.id())) {
                print("validate.lesson", lesson.id(), summary.told(lesson, texts));
            }
        }
        if (!skipped.isEmpty()) {
            print("validate.skipped");
            for (Solution solution : skipped) {
                Solution.SandboxOnly only = solution.sandboxOnly();
                print("validate.skipped.one", shown(solutions, solution.path()), only == null ? "" : only.reason());
            }
        }
        world.terminal().out().println(texts.count("validate.findings", summary.findings()));
    }

    private void show(Path folder, Finding finding) {
        String line = shown(folder, finding.file()) + ":" + finding.line() + ": " + finding.message();
        world.terminal().out().println(SafeText.oneLine(line));
    }

    /** A path that can be opened from where the user is. */
    private String shown(Path folder, String file) {
        Path path = folder.resolve(file).toAbsolutePath().normalize();
        Path here = world.directory().toAbsolutePath().normalize();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    private void print(String key, Object... arguments) {
        world.terminal().out().println(SafeText.oneLine(texts.get(key, arguments)));
    }
}
