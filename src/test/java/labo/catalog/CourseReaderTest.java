package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import labo.catalog.Reading.Read;
import labo.lesson.CheckSpec;
import labo.lesson.Draw;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import labo.lesson.ScriptStep.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseReaderTest {
    private static final Path LESSONS = Path.of("lessons");

    private static Read course() {
        Reading reading = new CourseReader().read(LESSONS);
        assertThat(reading).as("%s", reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    private static Exercise server() {
        return course().course().exercise("serveur-tcp").orElseThrow();
    }

    @Test
    void readsTheCourseOfThisProjectWithoutAnythingToPutRight() {
        assertThat(course().warnings()).isEmpty();
    }

    @Test
    void numbersLessonsFromOneInTheOrderOfCourseYaml() {
        assertThat(course().course().lessons()).first().satisfies(lesson -> {
            assertThat(lesson.number()).isEqualTo(1);
            assertThat(lesson.id()).isEqualTo(course().course().lessons().get(0).id());
        });
    }

    @Test
    void readsAnExercise() {
        Exercise server = server();
        assertThat(server.file()).isEqualTo("server.py");
        assertThat(server.role()).isEqualTo(Exercise.Role.SERVER);
        assertThat(server.transport()).isEqualTo(Exercise.Transport.TCP);
        assertThat(server.port()).isEqualTo(8888);
        assertThat(server.texts()).containsEntry("reply", "Salut mec.");
        assertThat(server.statement()).startsWith("# ");
        assertThat(server.starter()).contains("import socket");
        assertThat(server.hints()).hasSize(3);
    }

    @Test
    void readsAScriptInOrder() {
        Scenario first = server().scenarios().get(0);
        assertThat(first.draw()).containsEntry("message", new Draw.Words(2));
        assertThat(first.script())
                .containsExactly(
                        new ScriptStep.Await(EventPattern.call("listen")),
                        new ScriptStep.Connect("c1", "${port}", true, null),
                        new ScriptStep.Send("c1", List.of(Payload.text("${message}")), 0),
                        new ScriptStep.Receive("c1", new Until.AsManyAs(Payload.text("${reply}")), null),
                        new ScriptStep.Shutdown("c1"),
                        new ScriptStep.Receive("c1", new Until.End(), null));
    }

    @Test
    void readsWhatAChecksLooksFor() {
        List<CheckSpec> checks = server().scenarios().get(0).checks();
        CheckSpec bind = checks.get(1);
        assertThat(bind.points()).isEqualTo(2);
        assertThat(bind.needs()).containsExactly("socket");
        Expectation.Happened happened = (Expectation.Happened) bind.expectation();
        assertThat(happened.least()).isEqualTo(1);
        assertThat(happened.most()).isNull();
        assertThat(happened.pattern().kind()).isEqualTo("bind");
        assertThat(happened.pattern().with())
                .containsEntry("address", List.of("0.0.0.0", "::"))
                .containsEntry("port", List.of("${port}"));
        assertThat(checks)
                .anySatisfy(check -> assertThat(check.expectation())
                        .isEqualTo(new Expectation.Received("c1", new OctetMatch.Exact(Payload.text("${reply}")))));
    }

    @Test
    void toUseACourseIsToReadTheSameWithoutTheLookAtItsTexts() {
        Path lessons = Path.of("lessons");
        Reading.Read used = (Reading.Read) new CourseReader().readForUse(lessons);
        Reading.Read linted = (Reading.Read) new CourseReader().read(lessons);
        assertThat(used.course()).isEqualTo(linted.course());
        assertThat(used.warnings()).isEmpty();
    }

    @Test
    void oneLessonIsReadWithoutTheOthers() {
        Reading.Read one = (Reading.Read) new CourseReader().readForUse(LESSONS, "serveur-tcp");
        assertThat(one.course().lessons())
                .containsExactlyElementsOf(course().course().lessons().stream()
                        .filter(lesson -> lesson.id().equals("serveur-tcp"))
                        .toList());
    }

    @Test
    void whatIsWrongInAnotherLessonDoesNotTouchTheOneThatIsRead(@TempDir Path folder) throws IOException {
        CourseOnDisk course = new CourseOnDisk(folder)
                .withLesson(CourseOnDisk.resource("everything.yaml"))
                .file("course.yaml", "title: \"Un cours\"\nlessons: [cassee, tout]\n")
                .file("cassee/lesson.yaml", "title: [\n");
        CourseReader reader = new CourseReader();
        assertThat(reader.readForUse(course.root())).isInstanceOf(Reading.Unreadable.class);
        Reading.Read one = (Reading.Read) reader.readForUse(course.root(), "tout");
        assertThat(one.course().lessons()).singleElement().satisfies(lesson -> {
            assertThat(lesson.id()).isEqualTo("tout");
            assertThat(lesson.number()).isEqualTo(2);
        });
    }

    @Test
    void aLessonThatTheCourseDoesNotListIsNone() {
        Reading.Read none = (Reading.Read) new CourseReader().readForUse(LESSONS, "schema");
        assertThat(none.course().lessons()).isEmpty();
    }
}
