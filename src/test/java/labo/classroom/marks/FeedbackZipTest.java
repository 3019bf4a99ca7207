package labo.classroom.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipInputStream;
import labo.classroom.Student;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackZipTest {
    private static final int NUMBER = 900110;

    private static String nameFor(String student, @Nullable String id) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FeedbackZip zip = new FeedbackZip(file);
        boolean added = zip.add(new Student("k", student, id), "retour.txt", "Note".getBytes(StandardCharsets.UTF_8));
        zip.finish();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            return added ? in.getNextEntry().getName() : "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Émile Durand",
                "Participant",
                "Groupe_A-Zoé Élan",
                "a_12_assignsubmission_file_x",
                "../../etc",
                ".cachée",
                "~brouillon",
                " . ",
                "___",
                "C:\\Zoé|<b>\"?*",
                "한글 이름",
                "tab\tretour\nligne"
            })
    void moodleGivesEachFileToTheParticipantWhoseNumberItHas(String student) throws IOException {
        assertThat(MoodleImport.feedback(nameFor(student, String.valueOf(NUMBER)), Set.of(NUMBER, 12)))
                .contains(new MoodleImport.Feedback(NUMBER, "retour.txt"));
    }

    @Test
    void aNameWithoutEndIsCutAndStillTaken() throws IOException {
        String name = nameFor("é".repeat(5_000), String.valueOf(NUMBER));
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
        assertThat(MoodleImport.feedback(name, Set.of(NUMBER))).isPresent();
    }

    @Test
    void whoHasNoNumberHasNoFile() throws IOException {
        assertThat(nameFor("Zoé", null)).isEmpty();
    }
}
