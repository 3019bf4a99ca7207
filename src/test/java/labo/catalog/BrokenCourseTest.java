package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenCourseTest {
    private static final Path BROKEN = Path.of("src/test/resources/labo/catalog/broken");

    private static List<String> messages(Reading reading) {
        return CourseOnDisk.errors(reading).stream().map(Finding::toString).toList();
    }

    @Test
    void everythingThatIsWrongIsReportedInOneGo() throws IOException {
        List<String> found = messages(new CourseReader().read(BROKEN));
        assertThat(found).isEqualTo(CourseOnDisk.resource("broken.txt").lines().toList());
    }

    @Test
    void aFolderWithoutCourseYamlIsNotACourse(@TempDir Path root) {
        assertThat(messages(new CourseReader().read(root)))
                .containsExactly("course.yaml:1: Fichier manquant\u00A0: course.yaml.");
    }

    @Test
    void aFileOfMoreThanOneMebioctetIsNotRead(@TempDir Path root) throws IOException {
        CourseOnDisk course = new CourseOnDisk(root).withLesson(CourseOnDisk.resource("everything.yaml"));
        course.file("tout/statement.md", "a".repeat(1 << 20));
        assertThat(messages(course.read())).isEmpty();
        course.file("tout/statement.md", "a".repeat((1 << 20) + 1));
        assertThat(messages(course.read()))
                .containsExactly("tout/statement.md:1: Le fichier tout/statement.md dépasse 1\u00A0Mio.");
    }

    @Test
    void whatIsNotUtf8IsReportedWhereItStarts(@TempDir Path root) throws IOException {
        CourseOnDisk course = new CourseOnDisk(root).withLesson(CourseOnDisk.resource("everything.yaml"));
        Files.write(root.resolve("tout/lesson.yaml"), "title: \"Été\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(messages(course.read()))
                .contains("tout/lesson.yaml:1: Ce fichier n’est pas de l’UTF-8 à partir d’ici.");
        Files.write(root.resolve("tout/lesson.yaml"), "a: 1\nb: \"é\"\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(messages(course.read()))
                .contains("tout/lesson.yaml:2: Ce fichier n’est pas de l’UTF-8 à partir d’ici.");
    }

    @Test
    void aLinkOutOfTheCourseIsNotFollowed(@TempDir Path root) throws IOException {
        CourseOnDisk course =
                new CourseOnDisk(root.resolve("cours")).withLesson(CourseOnDisk.resource("everything.yaml"));
        Path outside = Files.writeString(root.resolve("secret.md"), "Secret.\n");
        Files.delete(course.root().resolve("tout/statement.md"));
        Files.createSymbolicLink(course.root().resolve("tout/statement.md"), outside.toAbsolutePath());
        assertThat(messages(course.read()))
                .containsExactly("tout/statement.md:1: Fichier manquant\u00A0: tout/statement.md.");
    }

    @Test
    void aFileThatIsMissingOrEmptyIsReportedAtItsPlace(@TempDir Path root) throws IOException {
        CourseOnDisk course = new CourseOnDisk(root).withLesson(CourseOnDisk.resource("everything.yaml"));
        Files.delete(root.resolve("tout/starter/server.py"));
        course.file("tout/statement.md", "\n");
        Files.delete(root.resolve("tout/introduction.md"));
        assertThat(messages(course.read()))
                .containsExactly(
                        "tout/introduction.md:1: Fichier manquant\u00A0: tout/introduction.md.",
                        "tout/starter/server.py:1: Fichier manquant\u00A0: tout/starter/server.py.",
                        "tout/statement.md:1: Le fichier tout/statement.md est vide.");
    }

    @Test
    void aCycleOfAliasesEnds(@TempDir Path root) throws IOException {
        CourseOnDisk course = new CourseOnDisk(root).withLesson("title: &a [*a]\n");
        assertThat(messages(course.read()))
                .containsExactly(
                        "tout/lesson.yaml:1: Ce fichier YAML est trop gros une fois ses alias (*nom) dépliés.");
    }
}
