package labo.shell.command;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** Tells when a file was saved: by the file system's events, and by looking where it sends none. */
final class FileWatch implements AutoCloseable {
    private final Path file;
    private final @Nullable WatchService events;
    private Stamp last;

    /** What changes with a save. */
    private record Stamp(long modified, long size) {
        static final Stamp NONE = new Stamp(0, -1);

        static Stamp of(Path file) {
            try {
                return new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
            } catch (IOException missing) {
                return NONE;
            }
        }
    }

    FileWatch(Path file) {
        this.file = file;
        this.events = events(file.toAbsolutePath().resolveSibling(""));
        this.last = Stamp.of(file);
    }

    private static @Nullable WatchService events(Path folder) {
        try {
            WatchService service = folder.getFileSystem().newWatchService();
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return service;
        } catch (IOException | UnsupportedOperationException none) {
            return null;
        }
    }

    /** Whether the file was saved since the last call; an editor that has only moved it away has not saved yet. */
    boolean saved() {
        boolean event = event();
        Stamp now = Stamp.of(file);
        boolean changed = (event && now.modified() != 0) || !now.equals(last);
        last = now;
        return changed && !now.equals(Stamp.NONE);
    }

    private boolean event() {
        if (events == null) {
            return false;
        }
        try {
            boolean ours = false;
            for (WatchKey key = events.poll(); key != null; key = events.poll()) {
                ours |= key.pollEvents().stream()
                        .anyMatch(event -> file.getFileName().equals(event.context()));
                key.reset();
            }
            return ours;
        } catch (ClosedWatchServiceException closed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (events != null) {
            events.close();
        }
    }
}
