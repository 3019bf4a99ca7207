package labo.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.Draw;
import labo.lesson.Exercise;
import labo.lesson.Exercise.Role;
import labo.lesson.Exercise.Transport;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Payload;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import org.jspecify.annotations.Nullable;

/** Reads a lesson's {@code exercise}. */
final class Exercises {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final int MOST_POINTS = 100;
    private static final Expectation NONE = new Expectation.NoCrash();

    private final Section exercise;
    private final Misconceptions misconceptions;
    private final Ids scenarioIds = new Ids();
    private final Ids checkIds = new Ids();
    private final List<Need> needs = new ArrayList<>();
    private final OwnMisconceptions own;
    private PayloadBounds bounds = new PayloadBounds(Map.of());

    private record Need(Value value, boolean known) {}

    private Exercises(Section exercise, Misconceptions misconceptions) {
        this.exercise = exercise;
        this.misconceptions = misconceptions;
        this.own = OwnMisconceptions.read(exercise.section("misconceptions"), misconceptions);
    }

    /** The exercise in {@code section}, of the lesson {@code id}, with the texts that lie in files of their own. */
    static Exercise read(Section section, String id, String title, LessonFiles files, Misconceptions misconceptions) {
        return new Exercises(section, misconceptions).read(id, title, files);
    }

    private Exercise read(String id, String title, LessonFiles files) {
        Map<String, String> texts = texts();
        bounds = new PayloadBounds(texts);
        Names names = Names.ALWAYS.plus(texts.keySet());
        String file = fileName(exercise);
        Exercise read = new Exercise(
                id,
                title,
                file,
                Role.valueOf(upper(exercise.word("role", List.of("server", "client")))),
                exercise.wholeNumber("port", Ports.LEAST, Ports.MOST),
                Transport.valueOf(upper(exercise.word("transport", List.of("tcp", "udp")))),
                texts,
                files.statement(),
                file.isBlank() ? "" : files.starter(file),
                limits(exercise.section("limits")),
                exercise.flag("time-wait"),
                hints(exercise),
                exercise.filledList("scenarios").stream()
                        .map(scenario -> scenario(scenario.section(), names))
                        .toList(),
                messages(),
                own.all());
        exercise.finish();
        reportNeeds();
        own.reportUnused();
        return read;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String fileName(Section exercise) {
        String file = exercise.text("file");
        if (!file.isBlank() && !FILE_NAME.matcher(file).matches()) {
            exercise.problems().error(exercise.line("file"), Fault.FILE_NAME_BAD, file);
            return "";
        }
        return file;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        Section block = exercise.section("texts");
        block.rest().forEach((name, value) -> {
            Names.ALWAYS.checkNew(name, block.line(name), exercise.problems());
            texts.put(name, value.text());
        });
        return texts;
    }

    private Map<String, String> messages() {
        Map<String, String> messages = new LinkedHashMap<>();
        Section block = exercise.section("messages");
        block.rest().forEach((id, value) -> {
            misconceptions.check(id, block.line(id), exercise.problems());
            messages.put(id, value.prose());
        });
        return messages;
    }

    /** Exactly three hints: where to look, what to change, almost the answer. */
    static List<String> hints(Section owner) {
        List<Value> hints = owner.required("hints").map(Value::list).orElse(List.of());
        if (owner.has("hints") && hints.size() != 3) {
            owner.problems().error(owner.line("hints"), Fault.HINTS_NOT_THREE, hints.size());
        }
        return hints.stream().map(Value::prose).toList();
    }

    private static Limits limits(Section block) {
        Limits usual = Limits.DEFAULT;
        Limits limits = new Limits(
                number(block, "wall-ms", 120_000, usual.wallMs()),
                number(block, "cpu-ms", 60_000, usual.cpuMs()),
                number(block, "memory-mib", 1_024, usual.memoryBytes() >> 20) << 20,
                (int) number(block, "processes", 512, usual.processes()),
                (int) number(block, "files", 4_096, usual.files()),
                number(block, "output-kib", 16_384, usual.outputBytes() >> 10) << 10,
                usual.fileBytes());
        block.finish();
        return limits;
    }

    private static long number(Section block, String key, int most, long usual) {
        Integer number = block.optionalNumber(key, 1, most);
        return number == null ? usual : number;
    }

    private Scenario scenario(Section section, Names exerciseNames) {
        String id = scenarioIds.read(section);
        Map<String, Draw> draws = Drawing.read(section, exerciseNames);
        Names names = exerciseNames.plus(draws.keySet());
        Scope scope = Scope.of(names);
        String why = section.optionalProse("why");
        String title = section.prose("title");
        List<String> arguments = section.list("arguments").stream()
                .map(value -> value.literalTemplate(names))
                .toList();
        List<ScriptStep> script = Scripts.scenario(section.filledList("script"), scope);
        Payload stdin = stdin(section, names);
        Map<String, Payload> files = files(section.section("files"), names);
        reportTooMuch(section, draws, Stream.concat(files.values().stream(), Stream.ofNullable(stdin)), script);
        Scenario scenario = new Scenario(
                id,
                title,
                why == null ? "" : why,
                arguments,
                stdin,
                files,
                draws,
                script,
                section.filledList("checks").stream()
                        .map(check -> check(check.section(), scope))
                        .toList());
        section.finish();
        return scenario;
    }

    private void reportTooMuch(
            Section section, Map<String, Draw> draws, Stream<Payload> given, List<ScriptStep> script) {
        long most = bounds.plus(draws).most(Stream.concat(given, PayloadBounds.of(script)));
        if (most > PayloadBounds.MOST_OCTETS) {
            section.problems().error(section.line(), Fault.OCTETS_TOO_MANY, PayloadBounds.MOST_OCTETS >> 20);
        }
    }

    private static @Nullable Payload stdin(Section section, Names names) {
        return section.value("stdin").map(value -> Octets.payload(value, names)).orElse(null);
    }

    private static Map<String, Payload> files(Section block, Names names) {
        Map<String, Payload> files = new LinkedHashMap<>();
        block.rest().forEach((name, value) -> {
            if (!FILE_NAME.matcher(name).matches()) {
                block.problems().error(block.line(name), Fault.FILE_NAME_BAD, name);
            }
            files.put(name, Octets.payload(value, names));
        });
        return files;
    }

    private CheckSpec check(Section section, Scope scope) {
        List<Value> needed = section.list("needs");
        // Looked up before this check's own id is known: nothing can need itself.
        needed.forEach(need -> needs.add(new Need(need, checkIds.contains(need.text()))));
        CheckSpec check = new CheckSpec(
                checkIds.read(section),
                section.prose("title"),
                section.wholeNumber("points", 0, MOST_POINTS),
                needed.stream().map(Value::rawText).toList(),
                Expectations.read(section, scope).orElse(NONE),
                section.optionalProse("hint"),
                section.optionalProse("message"),
                own.signs(section.list("signs"), scope));
        section.finish();
        return check;
    }

    private void reportNeeds() {
        for (Need need : needs) {
            String id = need.value().rawText();
            if (!need.known() && !id.isBlank()) {
                report(need.value(), id);
            }
        }
    }

    private void report(Value need, String id) {
        if (checkIds.contains(id)) {
            need.problems().error(need.line(), Fault.NEEDS_LATER, id);
        } else {
            need.problems()
                    .unknownWord(need.line(), Fault.NEEDS_UNKNOWN, Fault.NEEDS_UNKNOWN_SUGGESTION, id, checkIds.all());
        }
    }
}
