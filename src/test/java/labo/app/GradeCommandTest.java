package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code labo noter}, without machines. */
class GradeCommandTest {
    private static final String PROGRAM = """
            import socket
            serveur = socket.socket()
            serveur.bind(("", 8888))
            serveur.listen(5)
            while True:
                conn, adresse = serveur.accept()
                while True:
                    data = conn.recv(1024)
                    if not data:
                        break
                    conn.sendall(b"Salut mec.")
                conn.close()
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ClassStage stage = new ClassStage();

    @BeforeEach
    void aClass() throws IOException {
        handIn("ana", ClassStage.RIGHT + PROGRAM);
        handIn("bob", ClassStage.WRONG + PROGRAM);
    }

    private void handIn(String student, String program) throws IOException {
        Files.createDirectories(folder.resolve("rendus/" + student));
        Files.writeString(folder.resolve("rendus/" + student + "/server.py"), program);
    }

    private ClassStage.Outcome noter(String output, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("rendus", "--exercice", "serveur-tcp", "--paralleles", "1", "--sortie", output));
        arguments.addAll(List.of(options));
        return stage.noter(folder, arguments.toArray(String[]::new));
    }

    @Test
    void whileOneRunFillsTheBookAnotherIsRefusedAndChangesNothing() {
        List<ClassStage.Outcome> others = new ArrayList<>();
        stage.whileGrading(() -> {
            if (others.isEmpty()) {
                others.add(new ClassStage().noter(folder, "rendus", "--exercice", "serveur-tcp", "--sortie", "notes"));
            }
        });
        ClassStage.Outcome first = noter("notes", "--sans-similarite");
        assertThat(others).singleElement().satisfies(other -> {
            assertThat(other.code()).isEqualTo(3);
            assertThat(other.err()).contains("carnet.db", "Pourquoi", "Que faire", "--sortie");
            assertThat(other.out()).isEmpty();
        });
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("Copies\u00a0: 2.");
        assertThat(noter("notes", "--sans-similarite").code()).isZero();
    }

    @Test
    void anotherBookMayBeFilledAtTheSameTime() {
        List<ClassStage.Outcome> others = new ArrayList<>();
        stage.whileGrading(() -> {
            if (others.isEmpty()) {
                others.add(new ClassStage()
                        .noter(folder, "rendus", "--exercice", "serveur-tcp", "--sortie", "b", "--sans-similarite"));
            }
        });
        assertThat(noter("a", "--sans-similarite").code()).isZero();
        assertThat(others)
                .singleElement()
                .satisfies(other -> assertThat(other.code()).isZero());
    }

    @Test
    void programsAreComparedUnlessTheTeacherWantsNone() throws IOException {
        Path notes = folder.resolve("notes");
        assertThat(noter("notes").code()).isZero();
        assertThat(notes.resolve("index.html")).content().contains("id=\"ressemblances\"");
        assertThat(notes.resolve("ressemblances/1.html")).exists();
        assertThat(noter("notes", "--sans-similarite").code()).isZero();
        assertThat(notes.resolve("index.html")).content().doesNotContain("ressemblance");
        assertThat(notes.resolve("ressemblances/1.html")).doesNotExist();
    }

    @Test
    void whatTheLabCouldNotJudgeHasNoMarkAndTheExitCodeSaysSo() throws IOException {
        handIn("cho", ClassStage.LOST);
        ClassStage.Outcome outcome = noter("notes", "--sans-similarite");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("à refaire\u00a0: 1.", "à refaire\u00a0: cho.");
        assertThat(Files.readAllLines(folder.resolve("notes/notes.jsonl")))
                .filteredOn(line -> line.contains("\"cho\""))
                .singleElement()
                .asString()
                .contains("\"outcome\":\"again\"", "\"score\":null", "\"given\":null");
    }
}
