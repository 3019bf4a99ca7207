package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import labo.lesson.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionReaderTest {
    private static final String RIGHT = "# labo: juste\n# dit: tout va bien\nimport socket\n";

    @TempDir
    private Path root;

    private CourseOnDisk solutions;

    private static Course course() {
        Course all = ((Reading.Read) new CourseReader().read(Path.of("lessons"))).course();
        return new Course("Un", List.of(all.lesson("serveur-tcp").orElseThrow()));
    }

    private Solutions read() {
        return SolutionReader.read(root, course(), Set.of("str-not-bytes", "no-reply"));
    }

    @BeforeEach
    void twoRightPrograms() throws IOException {
        solutions = new CourseOnDisk(root)
                .file("serveur-tcp/right/un.py", RIGHT)
                .file("serveur-tcp/right/deux/server.py", RIGHT)
                .file("serveur-tcp/right/deux/outils.py", "X = 1\n");
    }

    @Test
    void readsRightPrograms() {
        assertThat(read().findings()).isEmpty();
        assertThat(read().programs()).hasSize(2).allMatch(Solution::right);
        assertThat(read().programs().get(0).files()).containsOnlyKeys("server.py", "outils.py");
        assertThat(read().programs().get(1).files()).containsOnlyKeys("server.py");
    }

    @Test
    void readsWhatMustComeOfAWrongProgram() throws IOException {
        solutions.file("serveur-tcp/wrong/texte.py", """
                # labo: faux
                # échoue: reponse
                # diagnostic: str-not-bytes
                # bac: docker — il faut le noyau
                # dit: du texte suffit
                """);
        assertThat(read().findings()).isEmpty();
        Solution wrong = read().programs().get(2);
        assertThat(wrong.failingCheck()).isEqualTo("reponse");
        assertThat(wrong.diagnosis()).isEqualTo("str-not-bytes");
        assertThat(wrong.sandboxOnly()).isEqualTo(new Solution.SandboxOnly("docker", "il faut le noyau"));
        assertThat(wrong.says()).isEqualTo("du texte suffit");
    }

    @Test
    void reportsEverythingThatIsWrongWithAHeader() throws IOException {
        solutions.file(
                "serveur-tcp/wrong/a.py", "# labo: juste\n# échoue: repose\n# diagnostique: no-reply\n# bac: local\n");
        assertThat(read().findings().stream().map(Finding::line)).containsExactly(1, 1, 1, 2, 3, 4);
        assertThat(read().programs()).hasSize(2);
    }

    @Test
    void reportsStrayFilesAndTooFewRightPrograms() throws IOException {
        solutions.file("serveur-tcp/notes.txt", "x\n").file("serveur-udp/right/a.py", RIGHT);
        Files.delete(root.resolve("serveur-tcp/right/un.py"));
        assertThat(read().findings().stream().map(Finding::file))
                .containsExactly("serveur-tcp/notes.txt", "serveur-tcp/right", "serveur-udp");
    }

    @Test
    void anExercisesOwnMisconceptionMustBeShown() throws IOException {
        CourseOnDisk lessons =
                new CourseOnDisk(root.resolve("lessons")).withLesson(CourseOnDisk.resource("everything.yaml"));
        Course course = ((Reading.Read) lessons.read()).course();
        CourseOnDisk programs = new CourseOnDisk(root.resolve("solutions"))
                .file("tout/right/un.py", RIGHT)
                .file("tout/right/deux.py", RIGHT);
        Set<String> known = Set.of("no-reply", "address-not-tuple");
        assertThat(SolutionReader.read(programs.root(), course, known).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).isEqualTo("tout/wrong");
                    assertThat(finding.message()).contains("trop-poli");
                });
        programs.file(
                "tout/wrong/a.py",
                "# labo: faux\n# échoue: recu-udp\n# diagnostic: trop-poli\n# dit: deux fois valent mieux\n");
        assertThat(SolutionReader.read(programs.root(), course, known).findings())
                .isEmpty();
    }
}
