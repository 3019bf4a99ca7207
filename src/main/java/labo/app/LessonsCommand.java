package labo.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import labo.lesson.Course;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.report.Texts;
import labo.report.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code labo lecons}: the lessons and exercises in order. */
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
        ReportFormat chosen = ReportFormat.of(format);
        Course read = world.backstage().course(course.lessons(world));
        switch (chosen) {
            case TEXTE -> text(read);
            case JSON -> json(read);
        }
        return ExitCode.DONE;
    }

    private void text(Course read) {
        PrintStream out = world.terminal().out();
        Theme theme = world.terminal().outTheme(display.colour(world));
        out.println(theme.styled(Theme.Style.STRONG, read.title()));
        for (Lesson lesson : read.lessons()) {
            out.println(texts.get("lesson", lesson.number(), lesson.id(), lesson.title()));
            Exercise exercise = lesson.exercise();
            if (exercise != null) {
                String line = texts.get("lesson.exercise", exercise.file(), exercise.maxScore());
                out.println(theme.styled(Theme.Style.FAINT, line));
            }
        }
    }

    private void json(Course read) throws IOException {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("title", read.title());
        json.put("lessons", read.lessons().stream().map(LessonsCommand::json).toList());
        world.terminal()
                .out()
                .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }

    private static Map<String, @Nullable Object> json(Lesson lesson) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", lesson.number());
        json.put("id", lesson.id());
        json.put("title", lesson.title());
        json.put("learns", lesson.learns());
        json.put("steps", lesson.steps().size());
        Exercise exercise = lesson.exercise();
        json.put("exercise", exercise == null ? null : json(exercise));
        return json;
    }

    private static Map<String, @Nullable Object> json(Exercise exercise) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", exercise.id());
        json.put("title", exercise.title());
        json.put("file", exercise.file());
        json.put("maxScore", exercise.maxScore());
        return json;
    }
}
