package labo.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import labo.classroom.Dossier;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.report.SafeText;
import labo.report.Texts;

/** Reads what the book keeps of one mark into what a page shows. */
final class DossierReading {
    private final Exercise exercise;
    private final UnaryOperator<String> lessonTitles;
    private final Texts texts;
    private final JsonNode report;
    private final List<String> names;
    private final Dossier dossier;

    DossierReading(Dossier dossier, Exercise exercise, UnaryOperator<String> lessonTitles, Texts texts) {
        this.dossier = dossier;
        this.exercise = exercise;
        this.lessonTitles = lessonTitles;
        this.texts = texts;
        this.report = dossier.report() == null ? MissingNode.getInstance() : dossier.report();
        this.names = List.copyOf(dossier.sources().keySet());
    }

    /** A cell for each check of the exercise, in its order. */
    List<Cell> cells() {
        Map<String, String> terms = new LinkedHashMap<>();
        report.path("checks").forEach(check -> terms.put(text(check, "id"), text(check, "status")));
        return exercise.scenarios().stream()
                .flatMap(scenario -> scenario.checks().stream())
                .map(check -> Cell.of(terms.getOrDefault(check.id(), ""), texts))
                .toList();
    }

    List<StudentPage.Cause> causes() {
        return stream(report.path("explanations")).map(this::cause).toList();
    }

    private StudentPage.Cause cause(JsonNode said) {
        int line = said.path("line").asInt(0);
        String file = file(said);
        String lesson = text(said, "lesson");
        return new StudentPage.Cause(
                text(said, "title"),
                text(said, "happened"),
                text(said, "why"),
                text(said, "look"),
                place(file, line),
                SourceLines.shown(said.path("text").asText("").strip()),
                anchor(file, line),
                lessonTitles.apply(lesson),
                lesson);
    }

    /** The checks as they were when the mark was given, which may not be those of today. */
    List<StudentPage.Scenario> scenarios() {
        Map<String, List<StudentPage.Check>> byScenario = new LinkedHashMap<>();
        report.path("checks")
                .forEach(check -> byScenario
                        .computeIfAbsent(text(check, "scenario"), id -> new ArrayList<>())
                        .add(check(check)));
        return byScenario.entrySet().stream()
                .map(played -> new StudentPage.Scenario(scenarioTitle(played.getKey()), played.getValue()))
                .toList();
    }

    private String scenarioTitle(String id) {
        return exercise.scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .map(scenario -> scenario.title())
                .findFirst()
                .orElse(id);
    }

    private StudentPage.Check check(JsonNode check) {
        String status = text(check, "status");
        List<ClassPage.Fact> facts = new ArrayList<>();
        boolean blocked = status.equals("blocked");
        for (String key : List.of("expected", "observed", "message", "hint")) {
            String value = text(check, key);
            boolean saidAbove = stream(report.path("explanations"))
                    .anyMatch(said -> text(said, "happened").equals(value));
            if (!value.isEmpty() && !saidAbove) {
                String label = key.equals("message") && blocked ? "" : texts.get("fact." + key);
                facts.add(new ClassPage.Fact(label, blocked ? blockedBy(value) : value));
            }
        }
        int line = check.path("line").asInt(0);
        String file = explained(check);
        String points = texts.get(
                "points", check.path("score").asInt(), check.path("maxScore").asInt());
        return new StudentPage.Check(
                text(check, "title"), Cell.of(status, texts), points, facts, place(file, line), anchor(file, line));
    }

    /** Says the title of the check that stood in the way, where the report has its id. */
    private String blockedBy(String said) {
        return exercise.scenarios().stream()
                .flatMap(scenario -> scenario.checks().stream())
                .filter(check -> said.contains("«\u00a0" + check.id() + "\u00a0»"))
                .findFirst()
                .map(CheckSpec::title)
                .map(title -> texts.get("blocked", title))
                .orElse(said);
    }

    /** The file that a check's line is in: that of the misconception which explains it, or the program. */
    private String explained(JsonNode check) {
        return stream(report.path("explanations"))
                .filter(said -> text(said, "id").equals(text(check, "diagnosis")))
                .map(this::file)
                .findFirst()
                .orElse(program());
    }

    private String file(JsonNode said) {
        String named = said.path("file").asText("");
        return named.isEmpty() ? program() : named;
    }

    private String program() {
        return names.isEmpty() ? "" : names.get(0);
    }

    private String place(String file, int line) {
        return line < 1 ? "" : texts.get("place", SafeText.oneLine(file), line);
    }

    private String anchor(String file, int line) {
        int at = names.indexOf(file);
        return line < 1 || at < 0 ? "" : SourceLines.anchor(at + 1, line);
    }

    List<StudentPage.Source> sources() {
        return IntStream.range(0, names.size()).mapToObj(this::source).toList();
    }

    private StudentPage.Source source(int at) {
        String name = names.get(at);
        return SourceLines.of(at + 1, name, dossier.sources().getOrDefault(name, ""), notes(name), texts);
    }

    /** What is said of the file's lines: misconceptions, and checks that failed there. */
    private Map<Integer, List<String>> notes(String name) {
        Map<Integer, List<String>> notes = new LinkedHashMap<>();
        stream(report.path("explanations"))
                .filter(said -> file(said).equals(name))
                .forEach(said -> note(notes, said.path("line").asInt(0), text(said, "title")));
        stream(report.path("checks"))
                .filter(check -> explained(check).equals(name))
                .forEach(check ->
                        note(notes, check.path("line").asInt(0), texts.get("note.check", text(check, "title"))));
        return notes;
    }

    private static void note(Map<Integer, List<String>> notes, int line, String text) {
        if (line > 0) {
            notes.computeIfAbsent(line, number -> new ArrayList<>()).add(text);
        }
    }

    List<StudentPage.Picture> pictures() {
        List<StudentPage.Picture> pictures = new ArrayList<>();
        report.path("diagrams")
                .properties()
                .forEach(drawn -> pictures.add(new StudentPage.Picture(
                        SafeText.oneLine(drawn.getKey()), drawn.getValue().asText())));
        return pictures;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A text on one line, harmless; empty where it is absent or null. */
    private static String text(JsonNode node, String key) {
        return SafeText.oneLine(node.path(key).asText(""));
    }
}
