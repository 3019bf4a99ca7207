package labo.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Where a made class is written: a folder, or a zip. */
interface ClassSource extends AutoCloseable {
    /** A file of that content, last changed then. */
    void file(String path, byte[] content, Instant modified) throws IOException;

    /** A folder with nothing in it. */
    void folder(String path) throws IOException;

    /** A file that leads out of the source: a link on the disk, a path in a zip. */
    void leadingOut(String path, byte[] content) throws IOException;

    @Override
    void close() throws IOException;

    /** A folder. */
    record Disk(Path top) implements ClassSource {
        @Override
        public void file(String path, byte[] content, Instant modified) throws IOException {
            Path file = parent(path);
            Files.write(file, content);
            Files.setLastModifiedTime(file, FileTime.from(modified));
        }

        @Override
        public void folder(String path) throws IOException {
            Files.createDirectories(top.resolve(path));
        }

        @Override
        public void leadingOut(String path, byte[] content) throws IOException {
            Path secret = Files.write(top.resolveSibling("secret.py"), content);
            Files.createSymbolicLink(parent(path), secret);
        }

        private Path parent(String path) throws IOException {
            Path file = top.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            return file;
        }

        @Override
        public void close() {}
    }

    /** A zip. */
    record Zip(ZipArchiveOutputStream zip) implements ClassSource {
        public Zip {
            zip.setEncoding(StandardCharsets.UTF_8.name());
        }

        @Override
        public void file(String path, byte[] content, Instant modified) throws IOException {
            ZipArchiveEntry entry = new ZipArchiveEntry(path);
            entry.setTime(FileTime.from(modified));
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        }

        @Override
        public void folder(String path) throws IOException {
            zip.putArchiveEntry(new ZipArchiveEntry(path + "/"));
            zip.closeArchiveEntry();
        }

        @Override
        public void leadingOut(String path, byte[] content) throws IOException {
            int slash = path.lastIndexOf('/') + 1;
            file(path.substring(0, slash) + "../../" + path.substring(slash), content, Instant.EPOCH);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
