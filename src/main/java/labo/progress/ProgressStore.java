package labo.progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps progress in one file. Each change is written at once, to a new file that then takes the old one's place, so
 * that a reader and a killed process find the old state or the new one; what another process has written meanwhile is
 * merged in. Never throws for the disk's sake: what cannot be written stays in memory. Thread-safe.
 */
public final class ProgressStore {
    static final String FILE = "progression.json";
    private static final String DRAFT = "." + FILE + ".tmp";
    private static final String LOCK = ".progression.verrou";

    private final Path folder;
    private final Consumer<Notice> notices;
    private final ProgressForm form = new ProgressForm();
    private Progress progress = Progress.NONE;
    private boolean readOnly;
    private boolean unsaved;

    private ProgressStore(Path folder, Consumer<Notice> notices) {
        this.folder = folder;
        this.notices = notices;
    }

    /**
     * The progress kept in {@code folder}, which need not exist.
     *
     * @param notices told what the learner should know
     */
    public static ProgressStore open(Path folder, Consumer<Notice> notices) {
        ProgressStore store = new ProgressStore(folder, notices);
        synchronized (store) {
            store.load();
        }
        return store;
    }

    /** What is kept in {@code folder}, for one who only looks: nothing is changed, and what cannot be read is nothing. */
    public static Progress peek(Path folder) {
        try {
            return new ProgressForm().read(Files.readString(folder.resolve(FILE)));
        } catch (IOException | ProgressForm.Damaged | ProgressForm.Newer unreadable) {
            return Progress.NONE;
        }
    }

    /** What is known now. */
    public synchronized Progress progress() {
        return progress;
    }

    /** Changes what is known, and writes it. */
    public synchronized void update(UnaryOperator<Progress> change) {
        progress = change.apply(progress);
        if (readOnly) {
            return;
        }
        try {
            save();
            if (unsaved) {
                unsaved = false;
                notices.accept(new Notice(Notice.Kind.SAVED_AGAIN, file().toString()));
            }
        } catch (IOException failed) {
            if (!unsaved) {
                unsaved = true;
                notices.accept(new Notice(Notice.Kind.UNSAVED, String.valueOf(failed.getMessage())));
            }
        }
    }

    private void load() {
        try {
            progress = onDisk();
        } catch (IOException unreadable) {
            unsaved = true;
            notices.accept(new Notice(Notice.Kind.UNSAVED, String.valueOf(unreadable.getMessage())));
        }
    }

    private void save() throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Progress merged = progress.merge(onDisk());
            if (!readOnly && lock.isValid()) {
                replace(form.write(merged));
                progress = merged;
            }
        }
    }

    private Progress onDisk() throws IOException {
        try {
            return form.read(Files.readString(file()));
        } catch (NoSuchFileException none) {
            return Progress.NONE;
        } catch (ProgressForm.Newer newer) {
            readOnly = true;
            notices.accept(new Notice(Notice.Kind.NEWER, file().toString()));
            return Progress.NONE;
        } catch (ProgressForm.Damaged | java.nio.charset.CharacterCodingException damaged) {
            Path aside = aside();
            Files.move(file(), aside);
            notices.accept(new Notice(Notice.Kind.DAMAGED, aside.toString()));
            return Progress.NONE;
        }
    }

    private Path aside() {
        for (int n = 1; ; n++) {
            Path aside = folder.resolve(FILE + ".abime-" + n);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }

    /** Only who holds the lock is here: a draft that a killed process left is written over. */
    private void replace(String text) throws IOException {
        Path draft = folder.resolve(DRAFT);
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path file() {
        return folder.resolve(FILE);
    }
}
