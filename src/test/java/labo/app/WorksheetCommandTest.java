package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code labo noter --feuille}: Moodle's own worksheet in, the same out but for marks and comments. */
class WorksheetCommandTest {
    private static final List<String> FRENCH = List.of(
            "Identifiant",
            "Nom complet",
            "Adresse de courriel",
            "Statut",
            "Note",
            "Note maximale",
            "La note peut être modifiée",
            "Dernière modification (travail remis)",
            "Dernière modification (note)",
            "Feedback par commentaires");
    private static final List<String> ENGLISH = List.of(
            "Identifier",
            "Full name",
            "Email address",
            "Status",
            "Grade",
            "Maximum grade",
            "Grade can be changed",
            "Last modified (submission)",
            "Last modified (grade)",
            "Feedback comments");
    private static final int GRADE = 4;
    private static final int COMMENT = 9;

    @TempDir
    private Path folder = Path.of("");

    /** 900110 is right and late, 900111 wrong, 900112 locked, 900113 empty, 900114 not there, 900199 on no sheet. */
    @BeforeEach
    void aClass() throws IOException {
        handIn("Zoé Élan_900110", ClassStage.RIGHT);
        handIn("=Ali, \"Ben\"_900111", ClassStage.WRONG);
        handIn("Verrou_900112", ClassStage.RIGHT);
        Files.createDirectories(folder.resolve("rendus/Vide_900113_assignsubmission_file"));
        handIn("Inconnue_900199", ClassStage.RIGHT);
    }

    private void handIn(String prefix, String program) throws IOException {
        Path own = Files.createDirectories(folder.resolve("rendus/" + prefix + "_assignsubmission_file"));
        Files.writeString(own.resolve("server.py"), program);
    }

    private static List<List<String>> sheet(boolean french, String best, String old) {
        String yes = french ? "Oui" : "Yes";
        String no = french ? "Non" : "No";
        String late = french ? "jeudi 3 décembre 2026, 10:05" : "Thursday, 3 December 2026, 10:05 AM";
        String early = french ? "lundi 30 novembre 2026, 23:59" : "Monday, 30 November 2026, 11:59 PM";
        List<List<String>> rows = new ArrayList<>();
        rows.add(french ? FRENCH : ENGLISH);
        rows.add(row("Participant 900110", "Élan \"Zaza\" Zoé", "", best, yes, late));
        rows.add(row("Participant 900111", "=Ali; Ben, à\tvoir", old, best, yes, early));
        rows.add(row("Participant 900112", "Verrou", old, best, no, early));
        rows.add(row("Participant 900113", "Vide", "", best, yes, early));
        rows.add(row("Participant 900114", "Absent", "", best, yes, "-"));
        return rows;
    }

    private static List<String> row(String id, String name, String grade, String best, String open, String date) {
        return List.of(
                id, name, "é@example.org", "Remis", grade, best, open, date, "-", grade.isEmpty() ? "" : "vu\r\n!");
    }

    private static String written(List<List<String>> rows, CSVFormat format) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(format.format(row.toArray())).append("\r\n");
        }
        return text.toString();
    }

    private RealLabo.Outcome noter() {
        return new ClassStage()
                .noter(
                        folder,
                        "rendus",
                        "--exercice",
                        "serveur-tcp",
                        "--sortie",
                        "notes",
                        "--feuille",
                        "feuille.csv",
                        "--echeance",
                        "2026-12-01T23:59",
                        "--penalite",
                        "10%/jour",
                        "--sans-similarite");
    }

    @ParameterizedTest
    @CsvSource({
        "french, ',', UTF-8, BOM, ','",
        "french, ';', UTF-8, none, ','",
        "french, ';', windows-1252, none, ','",
        "french, tab, ISO-8859-1, none, .",
        "french, tab, UTF-16LE, BOM, ','",
        "english, ',', UTF-8, BOM, .",
        "english, ',', UTF-8, none, .",
        "english, ';', UTF-8, none, ','",
        "english, tab, windows-1252, none, ."
    })
    void onlyMarksAndCommentsChange(String language, String separator, String encoding, String mark, String point)
            throws IOException {
        boolean french = language.equals("french");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.equals("tab") ? "\t" : separator)
                .get();
        List<List<String>> rows = sheet(french, "10" + point + "00", "3" + point + "00");
        byte[] before =
                ((mark.equals("BOM") ? "\uFEFF" : "") + written(rows, format)).getBytes(Charset.forName(encoding));
        Path file = Files.write(folder.resolve("feuille.csv"), before);

        RealLabo.Outcome outcome = noter();

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(folder.resolve("feuille.original.csv")).hasBinaryContent(before);
        String after = new String(Files.readAllBytes(file), Charset.forName(encoding));
        assertThat(after.startsWith("\uFEFF")).isEqualTo(mark.equals("BOM"));
        List<CSVRecord> cells =
                format.parse(new StringReader(after.replace("\uFEFF", ""))).getRecords();
        assertThat(cells).hasSameSizeAs(rows);
        for (int row = 0; row < rows.size(); row++) {
            List<String> is = cells.get(row).toList();
            List<String> was = rows.get(row);
            assertThat(is).hasSameSizeAs(was);
            for (int column = 0; column < was.size(); column++) {
                holds(row, column, was.get(column), is.get(column), point);
            }
        }
        assertThat(outcome.out().replace('\u00a0', ' '))
                .contains("Sans ligne dans la feuille (1) : Inconnue (900199)")
                .contains("Note verrouillée dans la feuille (1) : Verrou (900112)")
                .contains("Lignes sans dépôt (1) : Absent");
    }

    /** Two days late: 20 % of 10 are taken off; nothing right: 0. A refusal is told, without a mark. */
    private static void holds(int row, int column, String was, String is, String point) {
        boolean open = row == 1 || row == 2 || row == 4;
        if (open && column == COMMENT) {
            assertThat(is)
                    .isNotEqualTo(was)
                    .contains(
                            row == 1
                                    ? "Note : 8/10.<br>Note obtenue : 10 ; retard de"
                                            .replace(" :", "\u00a0:")
                                            .replace(" ;", "\u00a0;")
                                    : row == 2 ? "=1+1 &lt;b&gt;&quot;le&quot; port 80" : "vide")
                    .doesNotContainPattern("^[=+@-]");
        } else if (row == 1 && column == GRADE) {
            assertThat(is).isEqualTo("8" + point + "00");
        } else if (row == 2 && column == GRADE) {
            assertThat(is).isEqualTo("0" + point + "00");
        } else {
            assertThat(is).as("row %d, column %d", row, column).isEqualTo(was);
        }
    }

    @Test
    void aSecondTimeTheOriginalStaysWhatItWasAtFirst() throws IOException {
        String before = written(sheet(true, "10,00", "3,00"), CSVFormat.DEFAULT);
        Path file = Files.writeString(folder.resolve("feuille.csv"), before);
        noter();
        byte[] once = Files.readAllBytes(file);
        assertThat(noter().code()).isZero();
        assertThat(file).hasBinaryContent(once);
        assertThat(folder.resolve("feuille.original.csv")).hasContent(before);
    }

    @Test
    void moodleFindsWhoseEachFeedbackIs() throws IOException {
        Files.writeString(folder.resolve("feuille.csv"), written(sheet(true, "10,00", ""), CSVFormat.DEFAULT));
        noter();
        try (ZipFile zip = new ZipFile(folder.resolve("notes/retours.zip").toFile())) {
            List<String> names = Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
            assertThat(names.stream().map(WorksheetCommandTest::participant))
                    .containsExactlyInAnyOrder("900110", "900111", "900112", "900113", "900199");
            ZipEntry late = zip.getEntry("Zoé Élan_900110_assignsubmission_file_retour.txt");
            assertThat(new String(zip.getInputStream(late).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("8/10", "retard");
        }
    }

    /** As mod/assign/feedback/file/importziplib.php reads a file's name: five parts, the second a participant's number. */
    private static String participant(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        assertThat(file).doesNotStartWith(".").doesNotStartWith("~");
        String[] parts = file.split("_", 5);
        assertThat(parts).hasSize(5);
        assertThat(Set.of(parts[2] + "_" + parts[3])).containsExactly("assignsubmission_file");
        return parts[1];
    }

    @Test
    void anotherTableIsRefusedBeforeAnythingIsGraded() throws IOException {
        Files.writeString(folder.resolve("feuille.csv"), "a,b\n1,2\n");
        RealLabo.Outcome outcome = noter();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("n’est pas une feuille d’évaluation de Moodle", "Que faire");
        assertThat(folder.resolve("notes")).doesNotExist();
        assertThat(folder.resolve("feuille.csv")).hasContent("a,b\n1,2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.csv", "notes.jsonl", "retours.zip", "index.html", "carnet.db"})
    void aWorksheetThatTheResultsWouldReplaceIsRefused(String name) throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        String before = written(sheet(true, "10,00", ""), CSVFormat.DEFAULT);
        Path file = Files.writeString(folder.resolve("notes").resolve(name), before);
        RealLabo.Outcome outcome = new ClassStage()
                .noter(
                        folder,
                        "rendus",
                        "--exercice",
                        "serveur-tcp",
                        "--sortie",
                        "notes",
                        "--feuille",
                        "notes/" + name);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(name, "Que faire");
        assertThat(file).hasContent(before);
    }
}
