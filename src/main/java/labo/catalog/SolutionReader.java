package labo.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.catalog.Solution.SandboxOnly;
import labo.catalog.SolutionHeader.Field;
import labo.lesson.CheckSpec;
import labo.lesson.Course;
import labo.lesson.Exercise;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogued programs: {@code EXERCISE/right} and {@code EXERCISE/wrong} hold one file or one folder a program. A
 * header in comments at the top of the main file says what must come of it.
 */
public final class SolutionReader {
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";
    private static final String SAID_RIGHT = "juste";
    private static final String SAID_WRONG = "faux";
    private static final String NO_DIAGNOSIS = "aucun";
    private static final String SANDBOX = "docker";
    private static final Pattern SANDBOX_LINE = Pattern.compile("(?<sandbox>\\S+)(?:\\s+[-–—]\\s+(?<reason>.+))?");
    private static final String CACHE = "__pycache__";
    private static final int FEWEST_RIGHT = 2;

    private final Folder folder;
    private final Course course;
    private final Misconceptions misconceptions;
    private final List<Problems> all = new ArrayList<>();
    private final List<Solution> programs = new ArrayList<>();

    private SolutionReader(Folder folder, Course course, Misconceptions misconceptions) {
        this.folder = folder;
        this.course = course;
        this.misconceptions = misconceptions;
    }

    /**
     * Reads the programs in {@code folder} for the exercises of {@code course}.
     *
     * @param misconceptions the ids that a header may name; empty: any
     */
    public static Solutions read(Path folder, Course course, Set<String> misconceptions) {
        return new SolutionReader(new Folder(folder), course, new Misconceptions(misconceptions)).read();
    }

    private Solutions read() {
        List<String> ids = course.exercises().stream().map(Exercise::id).toList();
        for (String name : folder.names("")) {
            course.exercise(name).ifPresentOrElse(this::exercise, () -> unknown(name, ids));
        }
        course.exercises().forEach(this::reportTooFew);
        course.exercises().forEach(this::reportUnshown);
        all.forEach(problems -> problems.lintProses(ids));
        List<Finding> findings = all.stream()
                .flatMap(problems -> Stream.concat(problems.errors().stream(), problems.warnings().stream()))
                .sorted()
                .distinct()
                .toList();
        return new Solutions(programs, findings);
    }

    private void unknown(String name, List<String> ids) {
        if (folder.isFolder(name)) {
            problems(name)
                    .unknownWord(
                            1, Fault.SOLUTION_EXERCISE_UNKNOWN, Fault.SOLUTION_EXERCISE_UNKNOWN_SUGGESTION, name, ids);
        } else if (!name.equals("README.md")) {
            stray(name);
        }
    }

    private void stray(String path) {
        problems(path).error(1, Fault.FILE_STRAY, path);
    }

    private Problems problems(String file) {
        Problems problems = new Problems(file);
        all.add(problems);
        return problems;
    }

    private void reportTooFew(Exercise exercise) {
        String path = exercise.id() + "/" + RIGHT;
        long count = folder.names(path).stream()
                .filter(name -> isProgram(path + "/" + name))
                .count();
        if (count < FEWEST_RIGHT) {
            problems(path).error(1, Fault.SOLUTION_TOO_FEW, exercise.id(), count);
        }
    }

    /** An exercise's own misconception is recognised by what a wrong program shows, or nobody knows that it is. */
    private void reportUnshown(Exercise exercise) {
        for (String id : new TreeSet<>(exercise.misconceptions().keySet())) {
            boolean shown = programs.stream()
                    .anyMatch(program -> program.exercise().equals(exercise.id()) && id.equals(program.diagnosis()));
            if (!shown) {
                problems(exercise.id() + "/" + WRONG).error(1, Fault.MISCONCEPTION_UNSHOWN, id);
            }
        }
    }

    private void exercise(Exercise exercise) {
        for (String name : folder.names(exercise.id())) {
            String path = exercise.id() + "/" + name;
            if (!folder.isFolder(path) || !(name.equals(RIGHT) || name.equals(WRONG))) {
                stray(path);
                continue;
            }
            folder.names(path).forEach(program -> program(exercise, path + "/" + program, name.equals(RIGHT)));
        }
    }

    private boolean isProgram(String path) {
        return (path.endsWith(".py") && folder.isFile(path)) || isProgramFolder(path);
    }

    private boolean isProgramFolder(String path) {
        return folder.isFolder(path) && !path.endsWith("/" + CACHE);
    }

    private void program(Exercise exercise, String path, boolean right) {
        if (!isProgram(path)) {
            if (!folder.isFolder(path)) {
                stray(path);
            }
            return;
        }
        boolean several = folder.isFolder(path);
        String main = several ? path + "/" + exercise.file() : path;
        if (several && !folder.isFile(main)) {
            problems(path).error(1, Fault.SOLUTION_MAIN_MISSING, path, exercise.file());
            return;
        }
        Map<String, String> files = several ? files(path) : Map.of();
        Problems problems = problems(main);
        folder.text(main, problems)
                .ifPresent(text -> program(exercise, path, right, with(files, exercise.file(), text), problems));
    }

    private static Map<String, String> with(Map<String, String> files, String name, String text) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(name, text);
        return all;
    }

    private Map<String, String> files(String path) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : folder.names(path)) {
            String file = path + "/" + name;
            if (folder.isFile(file)) {
                folder.text(file, problems(file)).ifPresent(text -> files.put(name, text));
            } else if (!name.equals(CACHE)) {
                stray(file);
            }
        }
        return files;
    }

    private void program(Exercise exercise, String path, boolean right, Map<String, String> files, Problems problems) {
        SolutionHeader header = SolutionHeader.read(files.getOrDefault(exercise.file(), ""), problems);
        if (header.field(SolutionHeader.KIND) == null) {
            problems.error(1, Fault.SOLUTION_HEADER_MISSING);
            return;
        }
        checkKind(header, right, problems);
        Solution solution = new Solution(
                exercise.id(),
                path,
                right,
                right ? none(header, SolutionHeader.FAILS, problems) : failingCheck(exercise, header, problems),
                right ? none(header, SolutionHeader.DIAGNOSIS, problems) : diagnosis(exercise, header, problems),
                sandboxOnly(header, problems),
                says(header, problems),
                files,
                header.place(path.endsWith(".py") ? path : path + "/" + exercise.file()));
        if (!problems.hasErrors()) {
            programs.add(solution);
        }
    }

    private static void checkKind(SolutionHeader header, boolean right, Problems problems) {
        String expected = right ? SAID_RIGHT : SAID_WRONG;
        header.required(SolutionHeader.KIND, problems)
                .filter(field -> !field.value().equals(expected))
                .ifPresent(field -> problems.error(
                        field.line(), Fault.SOLUTION_KIND_WRONG, right ? RIGHT : WRONG, expected, field.value()));
    }

    private static @Nullable String none(SolutionHeader header, String field, Problems problems) {
        header.reportMisplaced(field, problems);
        return null;
    }

    private static @Nullable String failingCheck(Exercise exercise, SolutionHeader header, Problems problems) {
        List<String> checks = exercise.scenarios().stream()
                .flatMap(scenario -> scenario.checks().stream())
                .map(CheckSpec::id)
                .toList();
        Optional<Field> field = header.required(SolutionHeader.FAILS, problems);
        field.filter(fails -> !checks.contains(fails.value()))
                .ifPresent(fails -> problems.unknownWord(
                        fails.line(),
                        Fault.SOLUTION_CHECK_UNKNOWN,
                        Fault.SOLUTION_CHECK_UNKNOWN_SUGGESTION,
                        fails.value(),
                        checks));
        return field.map(Field::value).orElse(null);
    }

    private @Nullable String diagnosis(Exercise exercise, SolutionHeader header, Problems problems) {
        Optional<Field> field = header.required(SolutionHeader.DIAGNOSIS, problems)
                .filter(there -> !there.value().equals(NO_DIAGNOSIS));
        Misconceptions known = misconceptions.plus(exercise.misconceptions().keySet());
        field.ifPresent(there -> known.check(there.value(), there.line(), problems));
        return field.map(Field::value).orElse(null);
    }

    private static @Nullable SandboxOnly sandboxOnly(SolutionHeader header, Problems problems) {
        Field field = header.field(SolutionHeader.SANDBOX);
        if (field == null) {
            return null;
        }
        Matcher matcher = SANDBOX_LINE.matcher(field.value());
        if (!matcher.matches() || !SANDBOX.equals(matcher.group("sandbox"))) {
            problems.error(field.line(), Fault.SOLUTION_SANDBOX_WRONG, field.value());
            return null;
        }
        return new SandboxOnly(
                SANDBOX, Optional.ofNullable(matcher.group("reason")).orElse(""));
    }

    private static String says(SolutionHeader header, Problems problems) {
        Optional<Field> field = header.required(SolutionHeader.SAYS, problems);
        field.ifPresent(says -> problems.prose(says.line(), false, says.value()));
        return field.map(Field::value).orElse("");
    }
}
