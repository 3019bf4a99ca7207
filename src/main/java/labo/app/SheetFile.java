package labo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.classroom.Student;
import labo.classroom.marks.Worksheet;

/** A worksheet on the disk, filled in where it lies; what it was before the first time is kept beside it. */
record SheetFile(Path path, Worksheet worksheet) {
    /** @throws Problem if that file is no worksheet of Moodle's */
    static SheetFile read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Problem.usage("sheet.missing", path);
        }
        Path original = original(path);
        Worksheet worksheet =
                Worksheet.of(Files.readAllBytes(path)).orElseThrow(() -> Problem.usage("sheet.other", path));
        if (!Files.isWritable(path) || (!Files.exists(original) && !Files.isWritable(path.resolveSibling("")))) {
            throw Problem.usage("sheet.denied", path);
        }
        return new SheetFile(path, worksheet);
    }

    /** What the worksheet says of each of those who handed in, by their own id: of a group what it says of a member. */
    <T> Map<String, T> ofEach(List<Student> students, Map<String, T> said) {
        Map<String, T> each = new LinkedHashMap<>();
        for (Student student : students) {
            String id = student.id();
            T fact = said.get(worksheet.recipients(student).get(0).key());
            if (id != null && fact != null) {
                each.put(id, fact);
            }
        }
        return each;
    }

    /** Where the file is kept as it came. */
    private static Path original(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot < 0 ? name.length() : dot;
        return path.toAbsolutePath().resolveSibling(name.substring(0, end) + ".original" + name.substring(end));
    }

    /** Replaces the file at one stroke, and gives the path of what it was at first. */
    Path write(byte[] content) throws IOException {
        Path original = original(path);
        if (!Files.exists(original)) {
            Files.copy(path, original, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path draft = Files.createTempFile(original.resolveSibling(""), ".labo-", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return original;
    }
}
