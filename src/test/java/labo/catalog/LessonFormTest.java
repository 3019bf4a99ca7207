package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What may stand in a lesson's YAML, as the reader and the editors' schema see it. */
class LessonFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema LESSON = schema("lesson");

    /**
     * A fault put into a good lesson.
     *
     * @param schemaSees whether it is one of form, which the schema sees too
     */
    record Case(String name, String old, String with, boolean schemaSees, List<String> finds) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static JsonSchema schema(String name) {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("lessons/schema", name + ".schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private static Set<ValidationMessage> schemaFinds(JsonSchema schema, String yaml) {
        return schema.validate(tree(yaml));
    }

    static Stream<Case> cases() throws IOException {
        return tree(CourseOnDisk.resource("cases.yaml")).valueStream().map(LessonFormTest::one);
    }

    private static Case one(JsonNode node) {
        return new Case(
                node.get("case").asText(),
                node.get("old").asText(),
                node.get("new").asText(),
                node.get("schema").asBoolean(),
                node.get("finds").valueStream().map(JsonNode::asText).toList());
    }

    @Test
    void aLessonOfEveryFormIsReadAndSatisfiesTheSchema(@TempDir Path root) throws IOException {
        String lesson = CourseOnDisk.resource("everything.yaml");
        Reading reading = new CourseOnDisk(root).withLesson(lesson).read();
        assertThat(CourseOnDisk.errors(reading)).isEmpty();
        assertThat(((Reading.Read) reading).warnings()).isEmpty();
        assertThat(schemaFinds(LESSON, lesson)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultIsFoundWithItsLineAndTheSchemaSeesThoseOfForm(Case fault, @TempDir Path root) throws IOException {
        String good = CourseOnDisk.resource("everything.yaml");
        assertThat(good).containsOnlyOnce(fault.old());
        String lesson = good.replace(fault.old(), fault.with());
        Reading reading = new CourseOnDisk(root).withLesson(lesson).read();
        assertThat(CourseOnDisk.errors(reading).stream().map(finding -> finding.line() + ": " + finding.message()))
                .isEqualTo(fault.finds());
        assertThat(schemaFinds(LESSON, lesson).isEmpty()).isNotEqualTo(fault.schemaSees());
    }

    @Test
    void everyLessonOfThisProjectSatisfiesTheSchema() throws IOException {
        try (Stream<Path> lessons = Files.walk(Path.of("lessons"), 2)) {
            List<Path> files =
                    lessons.filter(path -> path.endsWith("lesson.yaml")).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(schemaFinds(LESSON, Files.readString(file)))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    @Test
    void theCourseOfThisProjectSatisfiesTheSchema() throws IOException {
        assertThat(schemaFinds(schema("course"), Files.readString(Path.of("lessons/course.yaml"))))
                .isEmpty();
    }
}
