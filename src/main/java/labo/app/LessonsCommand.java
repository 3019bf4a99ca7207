package labo.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.progress.LessonProgress;
import labo.progress.Progress;
import labo.progress.ProgressStore;
import labo.progress.StateFolder;
import labo.report.Texts;
import labo.report.Theme;
import labo.shell.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code labo lecons}: the lessons and exercises in order, with what the learner has done of them. */
@Command(name = "lecons")
final class LessonsCommand implements Callable<Integer> {
    private final World world;
    private final Texts texts;

    @Mixin
    private DisplayOptions display = new DisplayOptions();

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Option(names = "--format", paramLabel = "texte|json", descriptionKey = "format")
    private String format = ReportFormat.TEXTE.term();

    LessonsCommand(World world, Texts texts) {
        this.world = world;
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        ReportFormat chosen = ReportFormat.of(format, ReportFormat.OF_LISTS);
        Course read = world.backstage().course(course.lessons(world));
        if (chosen.forPrograms()) {
            json(read, progress());
        } else {
            text(read, progress());
        }
        return ExitCode.DONE;
    }

    private Progress progress() {
        Path home = Path.of(System.getProperty("user.home"));
        return ProgressStore.peek(StateFolder.of(world.environment(), System.getProperty("os.name"), home));
    }

    private void text(Course read, Progress progress) {
        PrintStream out = world.terminal().out();
        Theme theme = world.terminal().outTheme(display.colour(world));
        out.println(theme.styled(Theme.Style.STRONG, read.title()));
        for (Lesson lesson : read.lessons()) {
            Done done = Done.of(lesson, progress);
            String title = texts.get("lesson", lesson.number(), lesson.id(), lesson.title());
            out.println(mark(theme, done.everything()) + title + steps(theme, lesson, done));
            Exercise exercise = lesson.exercise();
            if (exercise != null) {
                String line = texts.get("lesson.exercise", exercise.file(), exercise.maxScore());
                String passed = done.exercise() ? texts.get("lesson.passed") : "";
                out.println(theme.styled(Theme.Style.FAINT, line + passed));
            }
        }
    }

    /** What is done has a symbol; the place of all others' is left empty. */
    private static String mark(Theme theme, boolean done) {
        return (done ? theme.symbol(Theme.Symbol.PASSED) : " ") + " ";
    }

    private String steps(Theme theme, Lesson lesson, Done done) {
        int total = lesson.steps().size();
        return total == 0 ? "" : theme.styled(Theme.Style.FAINT, texts.get("lesson.steps", done.steps(), total));
    }

    /**
     * What a learner has done of a lesson.
     *
     * @param steps how many of its steps
     * @param exercise whether its exercise, if it has one, was passed
     * @param everything whether nothing of it is left
     */
    private record Done(int steps, boolean exercise, boolean everything) {
        static Done of(Lesson lesson, Progress progress) {
            LessonProgress known = progress.lesson(lesson.id()).orElse(LessonProgress.begun(0));
            List<Page> pages = Page.of(lesson).stream()
                    .filter(page -> !(page instanceof Page.End))
                    .toList();
            List<Page> done =
                    pages.stream().filter(page -> known.step(page.id()).done()).toList();
            long steps = done.stream().filter(Page.Step.class::isInstance).count();
            boolean exercise = done.stream().anyMatch(Page.Program.class::isInstance);
            return new Done((int) steps, exercise, done.size() == pages.size());
        }
    }

    private void json(Course read, Progress progress) throws IOException {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("title", read.title());
        json.put(
                "lessons",
                read.lessons().stream()
                        .map(lesson -> json(lesson, Done.of(lesson, progress)))
                        .toList());
        world.terminal()
                .out()
                .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    private static Map<String, @Nullable Object> json(Lesson lesson, Done done) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", lesson.number());
        json.put("id", lesson.id());
        json.put("title", lesson.title());
        json.put("learns", lesson.learns());
        json.put("steps", lesson.steps().size());
        json.put("stepsDone", done.steps());
        Exercise exercise = lesson.exercise();
        json.put("exercise", exercise == null ? null : json(exercise, done.exercise()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Exercise exercise, boolean passed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", exercise.id());
        json.put("title", exercise.title());
        json.put("file", exercise.file());
        json.put("maxScore", exercise.maxScore());
        json.put("passed", passed);
        return json;
    }
}
