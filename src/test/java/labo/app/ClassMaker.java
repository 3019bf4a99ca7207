package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes what a class hands in on Moodle: right, wrong, empty, hostile, flooding, endless, in turn. */
final class ClassMaker {
    private static final Path PROGRAMS = RealLabo.SOLUTIONS.resolve("serveur-tcp");
    private static final String FLOOD = "while True:\n    print('x' * 1000)\n";
    private static final List<String> NAMES = List.of(
            "Zoé Élan",
            "=cmd()",
            "Robert'); DROP TABLE entry;--",
            "<script>alert(1)</script>",
            "\u202Egnorw",
            "a b  c",
            "-n");
    private static final int FIRST_ID = 900_000;

    private ClassMaker() {}

    /** Writes the zip that Moodle would give for so many students. */
    static Path moodleZip(Path file, int students) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < students; i++) {
                String folder = NAMES.get(i % NAMES.size()).replace("/", "") + "_" + (FIRST_ID + i)
                        + "_assignsubmission_file_/";
                zip.putNextEntry(new ZipEntry(folder));
                byte[] program = program(i);
                if (program.length > 0) {
                    zip.putNextEntry(new ZipEntry(folder + path(i)));
                    zip.write(program);
                }
            }
        }
        return file;
    }

    private static String path(int number) {
        return switch (number % 10) {
            case 7 -> "../../server.py";
            case 8 -> "mon serveur à moi.py";
            default -> "server.py";
        };
    }

    private static byte[] program(int number) throws IOException {
        return switch (number % 10) {
            case 1 -> Files.readAllBytes(PROGRAMS.resolve("wrong/missing-listen-1.py"));
            case 2 -> Files.readAllBytes(PROGRAMS.resolve("wrong/one-message-only-1.py"));
            case 3 -> new byte[0];
            case 4 -> FLOOD.getBytes(StandardCharsets.UTF_8);
            case 5 -> Files.readAllBytes(PROGRAMS.resolve("wrong/never-ends.py"));
            case 6 -> Files.readAllBytes(PROGRAMS.resolve("wrong/str-not-bytes-1.py"));
            default -> Files.readAllBytes(PROGRAMS.resolve("right/cours.py"));
        };
    }
}
