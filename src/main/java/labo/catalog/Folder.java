package labo.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of texts, read within bounds. */
record Folder(Path root) {
    /** No text of a course is larger. */
    static final long LARGEST = 1L << 20;

    /** The text of the file at {@code path} below the root; what is wrong with it is reported at its first line. */
    Optional<String> text(String path, Problems problems) {
        Path file = root.resolve(path);
        if (!isFile(path)) {
            problems.error(1, Fault.FILE_MISSING, path);
            return Optional.empty();
        }
        try {
            return Files.size(file) > LARGEST ? tooBig(path, problems) : decode(Files.readAllBytes(file), problems);
        } catch (IOException e) {
            problems.error(1, Fault.FILE_UNREADABLE, path);
            return Optional.empty();
        }
    }

    private static Optional<String> tooBig(String path, Problems problems) {
        problems.error(1, Fault.FILE_TOO_BIG, path);
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] octets, Problems problems) {
        ByteBuffer rest = ByteBuffer.wrap(octets);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            // The decoder stops in front of what it cannot read.
            String good = new String(octets, 0, rest.position(), StandardCharsets.UTF_8);
            problems.error(Problems.lineAt(good, good.length()), Fault.FILE_NOT_UTF8);
            return Optional.empty();
        }
    }

    boolean isFolder(String path) {
        return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS) && isInside(path);
    }

    boolean isFile(String path) {
        return Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS) && isInside(path);
    }

    /** Whether no folder on the way there is a link, which could lead anywhere. */
    private boolean isInside(String path) {
        Path way = root;
        for (Path part : Path.of(path)) {
            way = way.resolve(part);
            if (Files.isSymbolicLink(way)) {
                return false;
            }
        }
        return true;
    }

    /** The names in the folder at {@code path} (empty: the root), in alphabetical order; none where there is no folder. */
    List<String> names(String path) {
        try (Stream<Path> entries = Files.list(root.resolve(path))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
