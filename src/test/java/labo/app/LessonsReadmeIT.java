package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lessons/README.md}, followed to the letter in an empty folder, gives a course that is in order. */
class LessonsReadmeIT {
    // A command block, or a file's name and its block.
    private static final Pattern PART = Pattern.compile(
            "^```sh\\n(?<commands>.*?)^```$|^`(?<file>[^`\\n]+)`\u00A0:\\n\\n```\\w+\\n(?<text>.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path empty = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    /** Does one part of what the page says. */
    private interface Part {
        void follow(Path here) throws Exception;
    }

    private static List<Part> parts() throws IOException {
        Matcher matcher = PART.matcher(Files.readString(RealLabo.HOME.resolve("lessons/README.md")));
        List<Part> parts = new ArrayList<>();
        while (matcher.find()) {
            String commands = matcher.group("commands");
            String file = matcher.group("file");
            String text = matcher.group("text");
            if (commands != null) {
                commands.lines().forEach(command -> parts.add(here -> run(command, here)));
            } else {
                parts.add(here -> write(here.resolve(file), text));
            }
        }
        return parts;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void run(String command, Path here) throws Exception {
        if (command.startsWith("labo ")) {
            String[] words = command.split(" ");
            RealLabo.Outcome outcome = RealLabo.run(here, Arrays.copyOfRange(words, 1, words.length));
            assertThat(outcome.code())
                    .as("%s\n%s\n%s", command, outcome.out(), outcome.err())
                    .isZero();
            return;
        }
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(here.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).as(command).isZero();
    }

    @Test
    void followedToTheLetterItGivesACourseInOrder() throws Exception {
        List<Part> parts = parts();
        assertThat(parts).hasSize(15);
        for (Part part : parts) {
            part.follow(empty);
        }
        RealLabo.Outcome outcome = RealLabo.run(empty, "valider", "--lecons", "mon-cours", "--bac", "docker");
        assertThat(outcome.out()).contains("2 justes, 4 faux\u00A0: 0 constat", "\n0 constat");
        servesItsZip();
    }

    /** As its author would hand it on. */
    private void servesItsZip() throws Exception {
        Path course = empty.resolve("mon-cours");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty.resolve("mon-cours.zip")));
                Stream<Path> files = Files.walk(course)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(empty.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        Path program = course.resolve("solutions/vestiaire/wrong/sans-fin.py");
        RealLabo.Outcome outcome =
                RealLabo.run(empty, "verifier", "vestiaire", program.toString(), "--lecons", "mon-cours.zip");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).contains("Le ticket n’a pas de fin de ligne");
    }
}
