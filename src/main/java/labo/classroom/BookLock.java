package labo.classroom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a book is being written, so that no second run grades the same class meanwhile. The operating system gives it
 * up with the process, however that ends. The file beside the book stays: to remove it would let two runs hold one each.
 */
public final class BookLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private BookLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of the book in {@code file}, whether there is a book yet or not.
     *
     * @return empty if another run, of this process or another, holds it
     * @throws IOException if no file can be made beside the book
     */
    public static Optional<BookLock> of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(beside(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = isFree(channel);
            return held ? Optional.of(new BookLock(file, channel)) : Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static Path beside(Path file) throws IOException {
        Path book = file.toAbsolutePath();
        Path real = book.toFile().exists() ? book.toRealPath() : book;
        return real.resolveSibling("." + real.getFileName() + ".lock");
    }

    @Override
    public String toString() {
        return "lock of " + file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
