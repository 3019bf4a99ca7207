package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes what a class hands in, in any form: right, wrong, late, empty, hostile, flooding, endless, in turn. */
final class ClassMaker {
    /** What is handed in later than this is late. */
    static final String DEADLINE = "2026-12-01T12:00";

    private static final Instant IN_TIME = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-12-03T10:00:00Z");
    private static final Path PROGRAMS = RealLabo.SOLUTIONS.resolve("serveur-tcp");
    private static final String FLOOD = "while True:\n    print('x' * 1000)\n";
    private static final String ENDLESS = "while True:\n    pass\n";
    private static final String NAME = "server.py";
    private static final List<String> NAMES = List.of(
            "Zoé Élan",
            "=cmd()",
            "Robert'); DROP TABLE entry;--",
            "<script>alert(1)<script>",
            "\u202Egnorw",
            "a b  c",
            "-n");
    private static final int FIRST_ID = 900_000;
    private static final int KINDS = 10;

    private final ClassForm form;

    ClassMaker(ClassForm form) {
        this.form = form;
    }

    /** What a student of that number, from 0, hands in. */
    enum Kind {
        RIGHT,
        NO_LISTEN,
        LATE_ONE_MESSAGE,
        EMPTY,
        FLOOD,
        ENDLESS,
        LATIN,
        LEADING_OUT,
        LATE_RIGHT,
        OTHER_NAME;

        static Kind of(int number) {
            return values()[number % KINDS];
        }

        boolean isLate() {
            return this == LATE_ONE_MESSAGE || this == LATE_RIGHT;
        }
    }

    /** Writes the class into {@code folder}; the path of what is to be graded. */
    Path make(Path folder, int students) throws IOException {
        Path top = folder.resolve(form.name() + (form.zipped() ? ".zip" : ""));
        try (ClassSource source = form.zipped()
                ? new ClassSource.Zip(new ZipArchiveOutputStream(top))
                : new ClassSource.Disk(Files.createDirectory(top))) {
            for (int i = 0; i < students; i++) {
                handIn(source, i);
            }
        }
        return top;
    }

    /** Students of one name are told apart by what follows it, where the form has no numbers for that. */
    static String name(ClassForm form, int number) {
        String name = NAMES.get(number % NAMES.size());
        return form.numbered() || number < NAMES.size() ? name : name + " " + number;
    }

    static int id(int number) {
        return FIRST_ID + number;
    }

    private void handIn(ClassSource source, int number) throws IOException {
        Kind kind = Kind.of(number);
        if (form == ClassForm.CLONES) {
            source.file(path(number, ".git/HEAD"), bytes("ref: refs/heads/main\n"), LATE);
            source.file(path(number, ".github/classroom/autograding.py"), bytes("print('non')\n"), LATE);
        }
        switch (kind) {
            case EMPTY -> empty(source, number);
            case LEADING_OUT -> source.leadingOut(path(number, NAME), octets(number));
            default -> source.file(path(number, file(kind)), octets(number), kind.isLate() ? LATE : IN_TIME);
        }
    }

    private void empty(ClassSource source, int number) throws IOException {
        if (form.hasFolders()) {
            source.folder(path(number, "").replaceFirst("/[^/]*$", ""));
        } else {
            source.file(path(number, NAME), new byte[0], IN_TIME);
        }
    }

    private String path(int number, String file) {
        return form.path(name(form, number), id(number), file);
    }

    private static String file(Kind kind) {
        return kind == Kind.OTHER_NAME ? "mon serveur à moi.py" : NAME;
    }

    /** The program as that student sees it. */
    static String program(int number) throws IOException {
        return switch (Kind.of(number)) {
            case NO_LISTEN -> solution("wrong/missing-listen-1.py");
            case LATE_ONE_MESSAGE -> solution("wrong/one-message-only-1.py");
            case EMPTY -> "";
            case FLOOD -> FLOOD;
            // What burns its time to the end costs seconds: one of two only waits for ever.
            case ENDLESS -> number % (2 * KINDS) < KINDS ? ENDLESS : solution("wrong/never-ends.py");
            case LATIN -> "# à corriger\n" + solution("wrong/str-not-bytes-1.py");
            case RIGHT, LEADING_OUT, LATE_RIGHT, OTHER_NAME -> solution("right/cours.py");
        };
    }

    /** As it was saved, or typed. */
    private byte[] octets(int number) throws IOException {
        String program = program(number);
        if (form == ClassForm.ONLINE_TEXT) {
            return bytes(typed(program));
        }
        return Kind.of(number) == Kind.LATIN ? program.getBytes(StandardCharsets.ISO_8859_1) : bytes(program);
    }

    private static String solution(String name) throws IOException {
        return Files.readString(PROGRAMS.resolve(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As Moodle's editor keeps what is pasted into it. */
    private static String typed(String program) {
        String escaped = program.stripTrailing()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("  ", "&nbsp; ")
                .replace("\n", "<br>");
        return "<p>" + escaped + "</p>";
    }
}
