package labo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.lesson.Step;

/** Reads one lesson's folder. */
final class Lessons implements LessonFiles {
    static final String MAIN = "lesson.yaml";
    private static final String STATEMENT = "statement.md";
    private static final String INTRODUCTION = "introduction.md";
    private static final String STARTER = "starter";
    private static final int MOST_TO_REMEMBER = 3;

    private final Folder course;
    private final String id;
    private final Misconceptions misconceptions;
    private final Problems main;
    private final List<Problems> all = new ArrayList<>();

    Lessons(Folder course, String id, Misconceptions misconceptions) {
        this.course = course;
        this.id = id;
        this.misconceptions = misconceptions;
        this.main = problems(MAIN);
    }

    /** What was wrong in each of the lesson's files. */
    List<Problems> problems() {
        return List.copyOf(all);
    }

    private Problems problems(String file) {
        Problems problems = new Problems(path(file));
        all.add(problems);
        return problems;
    }

    private String path(String file) {
        return id + "/" + file;
    }

    Optional<Lesson> read(int number) {
        Optional<Section> yaml = course.text(path(MAIN), main)
                .flatMap(text -> Yaml.read(MAIN, text, main))
                .map(Value::section);
        Optional<Lesson> lesson = yaml.map(section -> lesson(number, section));
        lesson.ifPresent(this::reportStrayFiles);
        return lesson;
    }

    private Lesson lesson(int number, Section section) {
        String title = section.prose("title");
        List<Step> steps = new Steps(misconceptions).read(section.list("steps"));
        Optional<Exercise> exercise = section.value("exercise")
                .map(value -> Exercises.read(value.section(), id, title, this, misconceptions));
        if (!section.has("steps") && exercise.isEmpty()) {
            main.error(section.line(), Fault.LESSON_HOLLOW);
        }
        Lesson lesson = new Lesson(
                id,
                number,
                title,
                section.prose("learns"),
                introduction(section.has("steps")),
                steps,
                exercise.orElse(null),
                remember(section));
        section.finish();
        return lesson;
    }

    private List<String> remember(Section section) {
        List<Value> lines = section.filledList("remember");
        if (lines.size() > MOST_TO_REMEMBER) {
            main.error(section.line("remember"), Fault.REMEMBER_TOO_LONG, lines.size());
        }
        return lines.stream().map(Value::prose).toList();
    }

    @Override
    public String introduction(boolean required) {
        return required || course.isFile(path(INTRODUCTION)) ? markdown(INTRODUCTION) : "";
    }

    @Override
    public String statement() {
        return markdown(STATEMENT);
    }

    @Override
    public String starter(String file) {
        return filled(STARTER + "/" + file).orElse("");
    }

    private String markdown(String file) {
        return filled(file).orElse("");
    }

    private Optional<String> filled(String file) {
        Problems problems = problems(file);
        Optional<String> text = course.text(path(file), problems);
        if (text.filter(String::isBlank).isPresent()) {
            problems.error(1, Fault.FILE_EMPTY, path(file));
        }
        if (file.endsWith(".md")) {
            text.ifPresent(markdown -> problems.prose(1, true, markdown));
        } else {
            text.ifPresent(program -> problems.refuseControls(1, program));
        }
        return text;
    }

    private void reportStrayFiles(Lesson lesson) {
        Exercise exercise = lesson.exercise();
        Set<String> expected =
                exercise == null ? Set.of(MAIN, INTRODUCTION) : Set.of(MAIN, INTRODUCTION, STATEMENT, STARTER);
        Stream<String> strays = course.names(id).stream().filter(name -> !expected.contains(name));
        Stream<String> strayStarters = exercise == null
                ? Stream.empty()
                : course.names(path(STARTER)).stream()
                        .filter(name -> !name.equals(exercise.file()))
                        .map(name -> STARTER + "/" + name);
        Stream.concat(strays, strayStarters).forEach(name -> problems(name).warn(1, Fault.FILE_STRAY, path(name)));
    }
}
