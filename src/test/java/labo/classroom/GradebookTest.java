package labo.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradebookTest {
    private static final Student ZOE = new Student("900110", "Zoé Élan", "900110");
    private static final Student ALI = new Student("ali", "Ali", null);
    private static final String EXERCISE = ClassFixture.EXERCISE.id();

    @TempDir
    private Path folder = Path.of("");

    private Gradebook book() throws IOException {
        return Gradebook.open(folder.resolve("carnet.db"));
    }

    @Test
    void whatIsEnteredIsReadBackWhole() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("server.py", "print('é')");
        sources.put("a.py", "");
        Mark refused = ClassFixture.without(ALI, Outcome.REFUSED, "« x » : non.");
        try (Gradebook book = book()) {
            book.enter(ClassFixture.mark(ZOE, 3), "{\"score\": 3}", sources);
            book.enter(refused, null, Map.of());
        }
        try (Gradebook book = book()) {
            assertThat(book.marks(EXERCISE))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("entry")
                    .containsExactly(refused, ClassFixture.mark(ZOE, 3));
            Dossier zoe = book.dossier(book.mark(EXERCISE, ZOE).orElseThrow());
            assertThat(String.valueOf(zoe.report())).isEqualTo("{\"score\":3}");
            assertThat(zoe.sources()).containsExactlyEntriesOf(sources);
            assertThat(book.dossier(book.mark(EXERCISE, ALI).orElseThrow()).report())
                    .isNull();
        }
    }

    @Test
    void theLastEntryCountsAndTheOthersStay() throws IOException {
        try (Gradebook book = book()) {
            book.enter(ClassFixture.mark(ZOE, 4), "{}", Map.of());
            book.enter(ClassFixture.mark(ZOE, 1), "{}", Map.of());
            assertThat(book.marks(EXERCISE)).extracting(Mark::score).containsExactly(1);
            assertThat(book.history(EXERCISE, ZOE)).extracting(Mark::score).containsExactly(4, 1);
            assertThat(book.marks("autre")).isEmpty();
        }
    }

    @Test
    void theSeedOfTheFirstTimeIsKept() throws IOException {
        try (Gradebook book = book()) {
            assertThat(book.seed(EXERCISE)).isEmpty();
            book.keepSeed(EXERCISE, 7);
        }
        try (Gradebook book = book()) {
            assertThat(book.seed(EXERCISE)).hasValue(7);
        }
    }

    @Test
    void anotherFileIsNoGradebook() throws IOException {
        Path text = Files.writeString(folder.resolve("carnet.db"), "bonjour, ".repeat(100));
        assertThatThrownBy(() -> Gradebook.open(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("carnet.db");
        assertThat(text).hasContent("bonjour, ".repeat(100));
    }
}
