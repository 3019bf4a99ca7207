package labo.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes small courses to a folder and reads them. */
final class CourseOnDisk {
    private final Path root;

    CourseOnDisk(Path root) {
        this.root = root;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CourseOnDisk.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    CourseOnDisk file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        return this;
    }

    /** A course of the one lesson {@code tout}, with the files it needs. */
    CourseOnDisk withLesson(String yaml) throws IOException {
        return file("course.yaml", "title: \"Un cours\"\nlessons: [tout]\n")
                .file("tout/lesson.yaml", yaml)
                .file("tout/introduction.md", "Pourquoi.\n")
                .file("tout/statement.md", "Quoi.\n")
                .file("tout/starter/server.py", "import socket\n");
    }

    Path root() {
        return root;
    }

    Reading read() {
        return new CourseReader(Set.of("address-not-tuple", "no-reply", "str-not-bytes")).read(root);
    }

    static List<Finding> errors(Reading reading) {
        return reading instanceof Reading.Unreadable unreadable ? unreadable.findings() : List.of();
    }
}
