package labo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import labo.machine.FolderRemoval;

/** A folder of this process's own, readable by nobody else; it is gone when it is closed, or at the latest when the JVM ends. */
final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Thread atEnd;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.atEnd = new Thread(() -> FolderRemoval.remove(path), "temporary-folder");
    }

    /** @throws Problem if none can be made */
    static TemporaryFolder create(String prefix) {
        try {
            // Only its owner may enter a folder made this way.
            TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(prefix));
            Runtime.getRuntime().addShutdownHook(folder.atEnd);
            return folder;
        } catch (IOException failed) {
            throw Problem.environment("io", String.valueOf(failed.getMessage())).causedBy(failed);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        FolderRemoval.remove(path);
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // The JVM ends already, and runs it.
            return;
        }
    }
}
