package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import labo.classroom.marks.MoodleImport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private RealLabo.Outcome noter(String output, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("rendus", "--exercice", "serveur-tcp", "--paralleles", "1", "--sortie", output));
        arguments.addAll(List.of(options));
        return stage.noter(folder, arguments.toArray(String[]::new));
    }

    @Test
    void whileOneRunFillsTheBookAnotherIsRefusedAndChangesNothing() {
        List<RealLabo.Outcome> others = new ArrayList<>();
        stage.whileGrading(() -> {
            if (others.isEmpty()) {
                others.add(new ClassStage().noter(folder, "rendus", "--exercice", "serveur-tcp", "--sortie", "notes"));
            }
        });
        RealLabo.Outcome first = noter("notes", "--sans-similarite");
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
        List<RealLabo.Outcome> others = new ArrayList<>();
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
        RealLabo.Outcome outcome = noter("notes", "--sans-similarite");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).contains("à refaire\u00a0: 1.", "à refaire\u00a0: cho.");
        assertThat(Files.readAllLines(folder.resolve("notes/notes.jsonl")))
                .filteredOn(line -> line.contains("\"cho\""))
                .singleElement()
                .asString()
                .contains("\"outcome\":\"again\"", "\"score\":null", "\"given\":null");
    }

    private JsonNode mark(String key) throws IOException {
        for (String line : Files.readAllLines(folder.resolve("notes/notes.jsonl"))) {
            JsonNode mark = new ObjectMapper().readTree(line);
            if (mark.path("key").asText().equals(key)) {
                return mark;
            }
        }
        throw new AssertionError("nobody is " + key);
    }

    @Test
    void lateWorkIsCountedApartFromTheMarkEarned() throws IOException {
        Instant handedIn = LocalDateTime.parse("2026-12-03T10:00")
                .atZone(ZoneId.systemDefault())
                .toInstant();
        Files.setLastModifiedTime(folder.resolve("rendus/ana/server.py"), FileTime.from(handedIn));
        RealLabo.Outcome outcome = noter(
                "notes",
                "--sans-similarite",
                "--echeance",
                "2026-12-01T23:59",
                "--penalite",
                "10%/jour",
                "--sur",
                "10",
                "--bonus",
                "0,6",
                "--arrondi",
                "0,5");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode ana = mark("ana");
        assertThat(ana.path("earned").asInt()).isEqualTo(10);
        assertThat(ana.path("latenessS").asLong())
                .isEqualTo(Duration.parse("PT34H1M").toSeconds());
        assertThat(ana.path("penalty").asInt()).isEqualTo(2);
        assertThat(ana.path("given").asDouble()).isEqualTo(8.5);
        assertThat(folder.resolve("notes/index.html"))
                .content()
                .contains("1 j 10 h 1 min de retard", "10 avant la pénalité");
        assertThat(folder.resolve("notes/notes.csv")).content().contains(";10;1 j 10 h 1 min;2;8,5;");
    }

    @ParameterizedTest
    @CsvSource({
        "--penalite, 10%/jour",
        "--echeance, hier",
        "--echeance, 2026-11-31",
        "--sur, 1e999999999",
        "--arrondi, 50",
        "--sur, 0",
        "--bonus, -1",
        "--arrondi, x",
        "--paralleles, 0",
        "--feuille, absente.csv",
        "--carnet, absent/carnet.db"
    })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsGraded(String option, String value) {
        RealLabo.Outcome outcome = noter("notes", option, value);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains("Que faire");
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.resolve("notes/carnet.db")).doesNotExist();
    }

    @Test
    void withoutAnEngineNothingIsGradedUnlessTheLocalSandboxIsNamed() {
        stage.withoutEngine();
        RealLabo.Outcome refused = noter("notes", "--sans-similarite");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("aucun moteur de conteneurs ne répond", "labo preparer", "--bac local");
        assertThat(folder.resolve("notes")).doesNotExist();
        assertThat(noter("notes", "--sans-similarite", "--bac", "local").code()).isZero();
    }

    /** OWASP, "CSV Injection"; and what makes a French spreadsheet read accents and columns right. */
    @Test
    void noCellOfTheTableIsAFormula() throws IOException {
        for (String name : List.of("=1+1", "+cmd", "-n", "@x", "Zoé; \"É\"")) {
            handIn(name, ClassStage.WRONG);
        }
        noter("notes", "--sans-similarite");
        String table = Files.readString(folder.resolve("notes/notes.csv"));
        assertThat(table).startsWith("\uFEFF");
        List<CSVRecord> rows = CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new StringReader(table.substring(1)))
                .getRecords();
        assertThat(rows).hasSize(8).allSatisfy(row -> {
            assertThat(row.size()).isEqualTo(rows.get(0).size());
            assertThat(row.toList()).allSatisfy(cell -> assertThat(cell).doesNotContainPattern("^\\s*[=+@-]"));
        });
        assertThat(rows).extracting(row -> row.get(1)).contains("'=1+1", "'+cmd", "'-n", "'@x", "Zoé; \"É\"");
    }

    @Test
    void anArchiveCutShortIsRefusedWhole() throws IOException {
        Files.writeString(folder.resolve("rendus.zip"), "PK\u0003\u0004 et rien d’autre");
        RealLabo.Outcome outcome = stage.noter(folder, "rendus.zip", "--exercice", "serveur-tcp");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("rendus.zip", "Que faire");
    }

    /** Moodle gives their folder no number. */
    @Test
    void thoseInNoGroupHaveTheMarkOfTheDefaultGroup() throws IOException {
        handIn("Groupe par défaut_assignsubmission_file", ClassStage.RIGHT + PROGRAM);
        Files.writeString(folder.resolve("feuille.csv"), """
                Identifiant,"Nom complet",Groupe,Note,"Note maximale","Feedback par commentaires"
                "Participant 60","Zoé Élan","Groupe par défaut",,"20,00",
                "Participant 61","Ali, Ben","Binôme 3",,"20,00",
                """);
        assertThat(noter("notes", "--sans-similarite", "--feuille", "feuille.csv")
                        .code())
                .isZero();
        assertThat(MoodleImport.rows(Files.readString(folder.resolve("feuille.csv")), ','))
                .extracting(row -> row.get(3))
                .containsExactly("Note", "20,00", "");
    }

    /** Number 57 is the group's in the folder's name, and a participant's in the worksheet. */
    @Test
    void aGroupsMarkGoesToEachOfItsMembersAndToNobodyElse() throws IOException {
        handIn("Binôme 3_57_assignsubmission_file", ClassStage.RIGHT + PROGRAM);
        Files.writeString(folder.resolve("feuille.csv"), """
                Identifiant,"Nom complet",Groupe,Note,"Note maximale","Dernière modification (travail remis)",\
                "Feedback par commentaires"
                "Participant 57",Étranger,"Binôme 1",,"10,00",-,
                "Participant 60","Zoé Élan",Binôme_3,,"10,00","mercredi 2 décembre 2026, 10:05",
                "Participant 61","Ali, Ben",Binôme_3,,"10,00","mercredi 2 décembre 2026, 10:05",
                """);
        RealLabo.Outcome outcome = noter(
                "notes",
                "--sans-similarite",
                "--feuille",
                "feuille.csv",
                "--echeance",
                "2026-12-01",
                "--penalite",
                "10%/jour");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Lignes sans dépôt (1)\u00a0: Étranger")
                .doesNotContain("Sans ligne");
        List<List<String>> rows = MoodleImport.rows(Files.readString(folder.resolve("feuille.csv")), ',');
        assertThat(rows).extracting(row -> row.get(3)).containsExactly("Note", "", "9,00", "9,00");
        try (ZipFile zip = new ZipFile(folder.resolve("notes/retours.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .extracting(name -> MoodleImport.feedback(name, Set.of(57, 60, 61)))
                    .containsExactlyInAnyOrder(
                            Optional.of(new MoodleImport.Feedback(60, "retour.txt")),
                            Optional.of(new MoodleImport.Feedback(61, "retour.txt")));
        }
    }
}
