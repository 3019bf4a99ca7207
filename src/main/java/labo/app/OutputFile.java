package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file to be written whole or not at all. */
final class OutputFile {
    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * The file at {@code path}, which need not exist yet.
     *
     * @param inputs what must not be written over
     * @throws Problem if it cannot be written there
     */
    static OutputFile at(Path path, List<Path> inputs) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw Problem.usage("output.directory", path);
        }
        if (!Files.isDirectory(folder)) {
            throw Problem.usage("output.no-folder", path, folder);
        }
        if (!Files.isWritable(folder)) {
            throw Problem.usage("output.denied", path);
        }
        for (Path input : inputs) {
            if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
                throw Problem.usage("output.input", path);
            }
        }
        return new OutputFile(path.toAbsolutePath());
    }

    /** Replaces the file's content at one stroke: a reader sees the old one or the new one. */
    void write(String content) throws IOException {
        write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same; what is no ordinary file ({@code /dev/stdout}) gets the content, and is not replaced. */
    void write(byte[] content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            Files.write(path, content);
            return;
        }
        Path folder = path.resolveSibling("");
        Path draft = Files.createTempFile(folder, ".labo-", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
