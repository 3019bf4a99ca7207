package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import labo.lesson.Exercise;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import org.junit.jupiter.api.Test;

/** Pieces that a verdict needs apart are sent once the program waits for the next one, not some milliseconds later. */
class PiecesTest {
    private static final Path LESSONS = Path.of("lessons");

    private static Stream<String> sendsByTheClock(Exercise exercise) {
        return exercise.scenarios().stream()
                .filter(PiecesTest::sendsByTheClock)
                .map(scenario -> exercise.id() + "/" + scenario.id());
    }

    private static boolean sendsByTheClock(Scenario scenario) {
        return scenario.script().stream()
                .anyMatch(step ->
                        step instanceof ScriptStep.Send send && send.pieces().size() > 1);
    }

    @Test
    void noScenarioOfTheCourseSendsPiecesByTheClock() {
        List<Exercise> exercises =
                ((Reading.Read) new CourseReader().read(LESSONS)).course().exercises();
        assertThat(exercises).isNotEmpty();
        assertThat(exercises.stream().flatMap(PiecesTest::sendsByTheClock)).isEmpty();
    }

    @Test
    void thePageForAuthorsTeachesNoSuchScenario() throws IOException {
        assertThat(Files.readString(LESSONS.resolve("README.md")))
                .contains("await: idle")
                .doesNotContain("pieces:", "pause-ms:");
    }
}
