package labo.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BookLockTest {
    @TempDir
    private Path folder = Path.of("");

    private Path book = Path.of("");

    @BeforeEach
    void name() {
        book = folder.resolve("carnet.db");
    }

    private static boolean isFree(Path book) throws IOException {
        Optional<BookLock> lock = BookLock.of(book);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isPresent();
    }

    @Test
    void oneAtATimeInOneProcess() throws IOException {
        try (BookLock held = BookLock.of(book).orElseThrow()) {
            assertThat(isFree(book)).as("while %s is held", held).isFalse();
            assertThat(isFree(folder.resolve("autre.db"))).isTrue();
        }
        assertThat(isFree(book)).isTrue();
    }

    @Test
    void anotherNameOfTheSameBookIsTheSameBook() throws IOException {
        Files.createFile(book);
        Path link = Files.createSymbolicLink(folder.resolve("lien.db"), book);
        try (BookLock held = BookLock.of(link).orElseThrow()) {
            assertThat(isFree(book)).as("while %s is held", held).isFalse();
        }
    }

    @Test
    void aProcessThatIsKilledGivesItUp() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BookHolder.class.getName(),
                        book.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).startsWith("held");
            assertThat(isFree(book)).isFalse();
            holder.destroyForcibly().waitFor();
            assertThat(isFree(book)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void whereNothingCanBeWrittenThereIsNone() {
        assertThatThrownBy(() -> BookLock.of(folder.resolve("absent/carnet.db")))
                .isInstanceOf(IOException.class);
    }
}
