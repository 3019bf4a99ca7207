package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.lesson.Lesson;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new learner types every call of the server's lessons on a real terminal, wrong and right, in both sandboxes. */
class GuidedCourseIT {
    private static final long SEED = 7;
    private static final List<String> LESSONS =
            List.of("socket", "bind", "listen", "accept", "recv", "sendall", "close");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"local", "docker"})
    @Timeout(400)
    void everyCallIsTypedToTheEndOfEachLesson(String sandbox) throws Exception {
        Reading reading = new CourseReader().read(Path.of("lessons"));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        List<Lesson> lessons = LESSONS.stream()
                .map(id -> ((Reading.Read) reading).course().lesson(id).orElseThrow())
                .toList();
        try (TmuxTerminal terminal =
                TmuxTerminal.labo(folder, Map.of(), "--bac", sandbox, "--graine", String.valueOf(SEED))) {
            GuidedLearner learner = new GuidedLearner(terminal, SEED);
            learner.begin();
            learner.enter("/aller " + LESSONS.get(0));
            for (Lesson lesson : lessons) {
                learner.goThrough(lesson);
                learner.turn();
            }
            terminal.press("C-d");
            terminal.awaitEnd();
            assertThat(terminal.screen()).contains("À bientôt").doesNotContain("Exception");
        }
    }
}
