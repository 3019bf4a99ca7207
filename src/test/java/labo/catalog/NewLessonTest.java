package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import labo.catalog.NewLesson.Refusal;
import labo.lesson.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson to start from. That its programs come out as they say takes machines: NewCourseIT. */
class NewLessonTest {
    private static final Path SCHEMAS = Path.of("lessons/schema");
    private static final Set<String> KNOWN = Set.of("no-reply", "near-miss-reply");

    @TempDir
    private Path root = Path.of("");

    private NewLesson lesson(String id) {
        return new NewLesson(root.resolve("lessons"), root.resolve("solutions"), id);
    }

    private Course inOrder() {
        Reading reading = new CourseReader(KNOWN).read(root.resolve("lessons"));
        assertThat(CourseOnDisk.errors(reading)).isEmpty();
        assertThat(((Reading.Read) reading).warnings()).isEmpty();
        Course course = ((Reading.Read) reading).course();
        assertThat(SolutionReader.read(root.resolve("solutions"), course, KNOWN).findings())
                .isEmpty();
        return course;
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aNewCourseIsInOrderAndEditorsKnowItsForm() throws Exception {
        assertThat(lesson("un-service").make(SCHEMAS)).allMatch(Files::exists);
        assertThat(inOrder().exercises()).extracting(exercise -> exercise.id()).containsExactly("un-service");
        assertThat(root.resolve("lessons/schema/lesson.schema.json")).exists();
    }

    @Test
    void aSecondLessonJoinsTheFirst() throws Exception {
        lesson("un").make(SCHEMAS);
        Path main = root.resolve("lessons/course.yaml");
        Files.writeString(main, Files.readString(main) + "# À garder.\n");
        lesson("deux").make(SCHEMAS);
        assertThat(inOrder().lessons()).extracting(lesson -> lesson.id()).containsExactly("un", "deux");
        assertThat(main).content().endsWith("  - deux\n# À garder.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mon-Service", "été", "../ailleurs", "a/b", "a b", "-a", "a-", "schema", "a\u001Bb"})
    void whatIsNoIdIsRefusedAndNothingIsWritten(String id) throws IOException {
        NewLesson.Refused refused =
                catchThrowableOfType(NewLesson.Refused.class, () -> lesson(id).make(SCHEMAS));
        assertThat(refused.refusal()).isEqualTo(Refusal.BAD_ID);
        assertThat(files()).isZero();
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws Exception {
        lesson("un").make(SCHEMAS);
        Files.createDirectories(root.resolve("solutions/deux"));
        Files.writeString(root.resolve("lessons/course.yaml"), "title: \"a\"\nlessons: [un, trois]\n");
        long before = files();
        for (String id : new String[] {"un", "deux", "trois"}) {
            NewLesson.Refused refused = catchThrowableOfType(
                    NewLesson.Refused.class, () -> lesson(id).make(SCHEMAS));
            assertThat(refused.refusal()).isEqualTo(Refusal.TAKEN);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aCourseWithoutAListIsLeftAlone() throws Exception {
        Path main = Files.createDirectories(root.resolve("lessons")).resolve("course.yaml");
        Files.writeString(main, "title: \"a\"\n");
        NewLesson.Refused refused =
                catchThrowableOfType(NewLesson.Refused.class, () -> lesson("un").make(SCHEMAS));
        assertThat(refused.refusal()).isEqualTo(Refusal.NO_LIST);
        assertThat(files()).isEqualTo(1);
    }
}
