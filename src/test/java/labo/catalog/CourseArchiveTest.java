package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import labo.catalog.CourseArchive.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zip from elsewhere. */
class CourseArchiveTest {
    private static final int LINK = 0120777;
    private static final int FILE = 0100644;
    private static final int PIPE = 0010644;

    @TempDir
    private Path folder = Path.of("");

    private Path zip = Path.of("");
    private Path into = Path.of("");

    /** Puts entries into an archive. */
    private interface Filling {
        void fill(ZipArchiveOutputStream out) throws IOException;
    }

    @BeforeEach
    void folders() throws IOException {
        zip = folder.resolve("cours.zip");
        into = Files.createDirectory(folder.resolve("ici"));
    }

    private void archive(Filling filling) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            filling.fill(out);
        }
    }

    private static void put(ZipArchiveOutputStream out, String name, int mode, byte[] data) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        if (mode != 0) {
            entry.setUnixMode(mode);
        }
        out.putArchiveEntry(entry);
        out.write(data);
        out.closeArchiveEntry();
    }

    private static void put(ZipArchiveOutputStream out, String name) throws IOException {
        put(out, name, FILE, "x".getBytes(StandardCharsets.UTF_8));
    }

    private CourseArchive.Refused refused() {
        return catchThrowableOfType(CourseArchive.Refused.class, () -> CourseArchive.unpack(zip, into));
    }

    private Stream<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList()
                    .stream();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Test
    void filesAndFoldersAreUnpacked() throws Exception {
        archive(out -> {
            put(out, "lessons/course.yaml");
            put(out, "lessons/été/");
            put(out, "lessons/été/lesson.yaml", 0, "é".getBytes(StandardCharsets.UTF_8));
        });
        CourseArchive.unpack(zip, into);
        assertThat(files(into)).containsExactlyInAnyOrder("lessons/course.yaml", "lessons/été/lesson.yaml");
        assertThat(into.resolve("lessons/été/lesson.yaml")).hasContent("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../dehors.txt",
                "lessons/../../dehors.txt",
                "/etc/dehors.txt",
                "lessons//vide",
                "./ici",
                "a\\..\\b",
                "C:/dehors.txt",
                "lessons/a\u0000b",
                "lessons/\u001B[2J",
                "lessons/a:b"
            })
    void aNameThatLeadsOutOrIsNoneIsRefused(String name) throws IOException {
        archive(out -> put(out, name));
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.BAD_NAME);
        assertThat(files(folder)).containsExactly("cours.zip");
    }

    @Test
    void aLinkIsRefusedAndSoIsWhatIsNoFile() throws IOException {
        archive(out -> put(out, "lien", LINK, "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.LINK);
        archive(out -> put(out, "tube", PIPE, new byte[0]));
        assertThat(refused())
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.LINK))
                .satisfies(refused -> assertThat(refused.entry()).isEqualTo("tube"));
    }

    @Test
    void twoEntriesOfOneNameAreRefusedWhateverTheirCapitals() throws IOException {
        archive(out -> {
            put(out, "course.yaml");
            put(out, "Course.yaml");
        });
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.TWICE);
    }

    @Test
    void aBombStopsBeforeItFillsTheDisk() throws IOException {
        byte[] zeros = new byte[1 << 20];
        archive(out -> {
            for (int i = 0; i < 80; i++) {
                put(out, "zeros" + i, FILE, zeros);
            }
        });
        assertThat(Files.size(zip)).isLessThan(1 << 20);
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.TOO_BIG);
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        archive(out -> {
            for (int i = 0; i < 5_001; i++) {
                put(out, "a/" + i, FILE, new byte[0]);
            }
        });
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.TOO_MANY);
        assertThat(files(into)).isEmpty();
    }

    @Test
    void whatIsNoZipOrIsDamagedIsRefused() throws IOException {
        Files.writeString(zip, "PK, mais pas un zip");
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.NOT_A_ZIP);
        byte[] noise = new byte[1_000];
        new Random(1).nextBytes(noise);
        archive(out -> put(out, "course.yaml", FILE, noise));
        byte[] octets = Files.readAllBytes(zip);
        octets[500] ^= 1;
        Files.write(zip, octets);
        assertThat(refused()).extracting(CourseArchive.Refused::reason).isEqualTo(Reason.UNREADABLE);
    }
}
