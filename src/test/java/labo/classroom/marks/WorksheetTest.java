package labo.classroom.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorksheetTest {
    private static final String FRENCH = """
            Identifiant,"Nom complet","Adresse de courriel",Statut,Note,"Note maximale",\
            "La note peut être modifiée","Dernière modification (travail remis)",\
            "Dernière modification (note)","Feedback par commentaires"
            "Participant 900110","Zoé ""Zaza"" Élan",zoe@example.org,"Remis pour évaluation",,"20,00",Oui,\
            "mardi 1 décembre 2026, 10:05",-,
            "Participant 900111","Ali, Ben",ali@example.org,"Remis pour évaluation","3,00","20,00",Oui,\
            "lundi 30 novembre 2026, 23:59",-,"à
            revoir"
            "Participant 900112",Verrou,v@example.org,"Remis pour évaluation","8,00","20,00",Non,-,-,
            "Participant 900113",Absent,x@example.org,"Aucun travail remis",,"20,00",Oui,-,-,
            """;
    private static final String ENGLISH = """
            Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,\
            Last modified (submission),Last modified (grade),Feedback comments
            Participant 900110,Zoé Élan,zoe@example.org,Submitted for grading,,100.00,Yes,\
            "Tuesday, 1 December 2026, 10:05 PM",-,
            Participant 900111,"Ali, Ben",ali@example.org,Submitted for grading,3.00,100.00,Yes,\
            "Monday, 30 November 2026, 12:01 AM",-,
            Participant 900112,Locked,v@example.org,Submitted for grading,8.00,100.00,No,-,-,
            Participant 900113,Absent,x@example.org,No submission,,100.00,Yes,-,-,
            """;
    private static final Map<String, Worksheet.Filling> FILLINGS = Map.of(
            "900110", new Worksheet.Filling(new BigDecimal("15.5"), "Bien, \"Zoé\"<br>1"),
            "900111", new Worksheet.Filling(null, "=1+1"),
            "900112", new Worksheet.Filling(new BigDecimal("1"), "non"),
            "999999", new Worksheet.Filling(new BigDecimal("1"), "inconnu"));

    private static Worksheet sheet(byte[] file) {
        return Worksheet.of(file).orElseThrow();
    }

    private static List<CSVRecord> cells(String text) throws IOException {
        return CSVFormat.DEFAULT.parse(new StringReader(text)).getRecords();
    }

    /** In each language, and as each program writes it, only the cells of marks and comments change. */
    @ParameterizedTest
    @CsvSource({
        "french, UTF-8, BOM, LF",
        "french, UTF-8, none, CRLF",
        "french, windows-1252, none, CRLF",
        "french, UTF-16LE, BOM, LF",
        "english, UTF-8, none, LF",
        "english, UTF-8, BOM, CRLF"
    })
    void onlyMarksAndCommentsChange(String language, String encoding, String mark, String end) throws IOException {
        boolean french = language.equals("french");
        String lineEnd = end.equals("LF") ? "\n" : "\r\n";
        Charset charset = Charset.forName(encoding);
        String before = (mark.equals("BOM") ? "\uFEFF" : "") + (french ? FRENCH : ENGLISH).replace("\n", lineEnd);
        Worksheet.Filled filled = sheet(before.getBytes(charset)).fill(FILLINGS);
        String after = new String(filled.content(), charset);

        List<CSVRecord> was = cells(before);
        List<CSVRecord> is = cells(after);
        assertThat(is).hasSameSizeAs(was);
        for (int row = 0; row < was.size(); row++) {
            assertThat(is.get(row).size()).isEqualTo(was.get(row).size());
            for (int column = 0; column < was.get(row).size(); column++) {
                assertThat(is.get(row).get(column))
                        .as("row %d, column %d", row, column)
                        .isEqualTo(expected(row, column, was.get(row).get(column), french));
            }
        }
        assertThat(after.replaceAll("\r?\n", "")).hasSameSizeAs(after.replace(lineEnd, ""));
        assertThat(filled.unmatched()).containsExactly("999999");
        assertThat(filled.locked()).containsExactly("900112");
        assertThat(filled.untouched()).containsExactly("Absent");
    }

    private static String expected(int row, int column, String before, boolean french) {
        if (row == 1 && column == 4) {
            return french ? "15,50" : "15.50";
        }
        if (row == 1 && column == 9) {
            return "Bien, \"Zoé\"<br>1";
        }
        return row == 2 && column == 9 ? "'=1+1" : before;
    }

    @Test
    void withNothingToFillInItStaysTheSameToTheOctet() {
        byte[] file = FRENCH.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(sheet(file).fill(Map.of()).content()).isEqualTo(file);
    }

    @Test
    void semicolonsAreKept() throws IOException {
        String text = """
                Identifiant;Nom complet;Note;Note maximale;Feedback par commentaires
                Participant 7;"a;b";;"20,00";
                """;
        Worksheet.Filled filled = sheet(text.getBytes(StandardCharsets.UTF_8))
                .fill(Map.of("7", new Worksheet.Filling(new BigDecimal("9.25"), "x;y")));
        assertThat(new String(filled.content(), StandardCharsets.UTF_8)).isEqualTo("""
                        Identifiant;Nom complet;Note;Note maximale;Feedback par commentaires
                        Participant 7;"a;b";9,25;"20,00";"x;y"
                        """);
    }

    @Test
    void datesAreReadInBothLanguages() {
        assertThat(sheet(FRENCH.getBytes(StandardCharsets.UTF_8)).dates(ZoneOffset.UTC))
                .isEqualTo(Map.of(
                        "900110", Instant.parse("2026-12-01T10:05:00Z"),
                        "900111", Instant.parse("2026-11-30T23:59:00Z")));
        assertThat(sheet(ENGLISH.getBytes(StandardCharsets.UTF_8)).dates(ZoneOffset.UTC))
                .isEqualTo(Map.of(
                        "900110", Instant.parse("2026-12-01T22:05:00Z"),
                        "900111", Instant.parse("2026-11-30T00:01:00Z")));
    }

    @Test
    void theBestGradeIsTheSheetsOwn() {
        assertThat(sheet(FRENCH.getBytes(StandardCharsets.UTF_8)).best()).containsEntry("900110", new BigDecimal("20"));
        assertThat(sheet(ENGLISH.getBytes(StandardCharsets.UTF_8)).best())
                .containsEntry("900110", new BigDecimal("100"));
    }

    @Test
    void anotherTableIsNoWorksheet() {
        assertThat(Worksheet.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Worksheet.of(new byte[0])).isEmpty();
    }
}
