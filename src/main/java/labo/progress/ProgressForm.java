package labo.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Progress as JSON. */
final class ProgressForm {
    /** The version that this program writes. */
    static final int VERSION = 1;

    private final ObjectMapper json = new ObjectMapper();

    /** The text is no progress. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /** The text was written by a later version of this program. */
    static final class Newer extends Exception {
        private static final long serialVersionUID = 1L;
    }

    String write(Progress progress) {
        ObjectNode root = json.createObjectNode();
        root.put("version", VERSION);
        root.put("lesson", progress.lesson());
        root.put("at", progress.at());
        ObjectNode lessons = root.putObject("lessons");
        new TreeMap<>(progress.lessons()).forEach((id, lesson) -> write(lesson, lessons.putObject(id)));
        return root.toPrettyString() + "\n";
    }

    private static void write(LessonProgress lesson, ObjectNode node) {
        node.put("at", lesson.at());
        node.put("page", lesson.page());
        node.put("seed", lesson.seed());
        lesson.statements().forEach(node.putArray("statements")::add);
        ObjectNode steps = node.putObject("steps");
        new TreeMap<>(lesson.steps())
                .forEach((id, step) -> steps.putObject(id)
                        .put("done", step.done())
                        .put("tries", step.tries())
                        .put("hints", step.hints()));
    }

    Progress read(String text) throws Damaged, Newer {
        JsonNode root = tree(text);
        if (!root.path("version").isInt()) {
            throw new Damaged("no version");
        }
        if (root.path("version").asInt() > VERSION) {
            throw new Newer();
        }
        Map<String, LessonProgress> lessons = new TreeMap<>();
        for (Map.Entry<String, JsonNode> lesson : object(root, "lessons").properties()) {
            lessons.put(lesson.getKey(), lesson(lesson.getValue()));
        }
        return new Progress(text(root, "lesson"), root.path("at").asLong(), lessons);
    }

    private JsonNode tree(String text) throws Damaged {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Damaged(malformed.getOriginalMessage());
        }
    }

    private static LessonProgress lesson(JsonNode node) throws Damaged {
        List<String> statements = new ArrayList<>();
        for (JsonNode statement : node.path("statements")) {
            statements.add(statement.asText());
        }
        Map<String, StepProgress> steps = new TreeMap<>();
        for (Map.Entry<String, JsonNode> step : object(node, "steps").properties()) {
            JsonNode known = step.getValue();
            steps.put(
                    step.getKey(),
                    new StepProgress(
                            known.path("done").asBoolean(),
                            known.path("tries").asInt(),
                            known.path("hints").asInt()));
        }
        return new LessonProgress(
                node.path("at").asLong(), text(node, "page"), node.path("seed").asLong(), statements, steps);
    }

    private static JsonNode object(JsonNode node, String name) throws Damaged {
        JsonNode object = node.path(name);
        if (!object.isObject()) {
            throw new Damaged("no " + name);
        }
        return object;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }
}
