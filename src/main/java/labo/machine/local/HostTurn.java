package labo.machine.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import labo.machine.LabException;

/**
 * The turn to use this machine's ports: one holder at a time on the whole machine. Given back by {@link #close()}, and
 * by the system when the holder's JVM dies.
 */
final class HostTurn implements AutoCloseable {
    // The system's lock belongs to the whole JVM, and so must what orders the threads in front of it.
    private static final Semaphore THREADS = new Semaphore(1, true);

    private final FileChannel channel;
    private final AtomicBoolean given = new AtomicBoolean();

    private HostTurn(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the turn.
     *
     * @param file the file whose lock is the turn; it stays
     * @throws LabException {@code BUSY} if others do not give it back in time
     */
    static HostTurn take(Path file, Duration deadline) throws LabException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        if (!THREADS.tryAcquire(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new LabException(LabException.Fault.BUSY, "another lab of this process has the ports");
        }
        boolean taken = false;
        try {
            HostTurn turn = new HostTurn(lock(file, end - System.nanoTime()));
            taken = true;
            return turn;
        } finally {
            if (!taken) {
                THREADS.release();
            }
        }
    }

    private static FileChannel lock(Path file, long nanos) throws LabException, InterruptedException {
        FileChannel channel;
        try {
            channel = open(file);
        } catch (IOException e) {
            throw new LabException(LabException.Fault.BUSY, "cannot open " + file, e);
        }
        boolean locked = false;
        try {
            lockWithin(channel, nanos);
            locked = true;
            return channel;
        } catch (ExecutionException e) {
            throw new LabException(LabException.Fault.BUSY, "cannot lock " + file, e);
        } catch (TimeoutException e) {
            throw new LabException(LabException.Fault.BUSY, "another process holds " + file, e);
        } finally {
            if (!locked) {
                closeQuietly(channel);
            }
        }
    }

    /** The wait for a file lock has no deadline of its own: another thread waits, and closing the channel ends it. */
    private static void lockWithin(FileChannel channel, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<FileLock> lock = new CompletableFuture<>();
        Thread waiter = new Thread(
                () -> {
                    try {
                        lock.complete(channel.lock());
                    } catch (IOException | RuntimeException e) {
                        lock.completeExceptionally(e);
                    }
                },
                "labo-turn");
        waiter.setDaemon(true);
        waiter.start();
        lock.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    }

    private static FileChannel open(Path file) throws IOException {
        // Opening with CREATE a file that another user made in a sticky folder is refused by Linux: try without first.
        try {
            return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException absent) {
            create(file);
            return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            }
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // What was wanted.
        }
    }

    @Override
    public void close() {
        if (given.compareAndSet(false, true)) {
            closeQuietly(channel);
            THREADS.release();
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Closing a channel on which nothing was written loses nothing.
        }
    }
}
