package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepPlacesTest {
    @Test
    void answersHaveTheirLines(@TempDir Path root) throws IOException {
        String lesson = CourseOnDisk.resource("everything.yaml");
        new CourseOnDisk(root).withLesson(lesson);
        StepPlaces places = StepPlaces.of(root, "tout");
        assertThat(lesson.lines().toList().get(places.answer("invite") - 1)).contains("answer:");
        assertThat(lesson.lines().toList().get(places.wrong("invite", 0) - 1)).contains("- type:");
    }

    @Test
    void whatIsNotThereIsAtTheTop(@TempDir Path root) {
        assertThat(StepPlaces.of(root, "rien").answer("rien")).isEqualTo(1);
    }
}
