package labo.classroom.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedbackTextTest {
    private static final String SHEET = """
            Identifiant,"Nom complet",Note,"Note maximale","Feedback par commentaires"
            "Participant 1","Zoé Élan",,"20,00",
            "Participant 2","Ali, Ben",,"20,00",
            """;

    @Test
    void codeIsShownAsCodeAndStudentsWordsAsThemselves() {
        assertThat(FeedbackText.html(List.of("Après `bind(\"<b>\")` : rien", "<script>`")))
                .isEqualTo("Après <code>bind(&quot;&lt;b&gt;&quot;)</code> : rien<br>&lt;script&gt;`");
    }

    @Test
    void moodleReadsEveryRowWhateverAProgramWrote() {
        List<String> hostile = List.of("Observé : \"\\\"", "=1+1;\n,", "finit par \\");
        Worksheet sheet = Worksheet.of(SHEET.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        Worksheet.Filling filling = new Worksheet.Filling(new BigDecimal("7.25"), FeedbackText.html(hostile));
        byte[] filled = sheet.fill(Map.of("1", filling, "2", filling)).content();
        List<List<String>> rows = MoodleImport.rows(new String(filled, StandardCharsets.UTF_8), ',');
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(5));
        assertThat(rows.subList(1, 3)).allSatisfy(row -> {
            assertThat(MoodleImport.grade(row.get(2), ',')).isEqualTo(7.25);
            assertThat(row.get(4)).isEqualTo(FeedbackText.html(hostile));
        });
    }
}
