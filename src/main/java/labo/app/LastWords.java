package labo.app;

import java.util.concurrent.CountDownLatch;
import labo.shell.InterruptKey;
import org.jspecify.annotations.Nullable;

/**
 * Holds this process back when it is asked to end (Ctrl-C, SIGTERM), until what it does is done and told. As the end of a
 * process cannot be called off, it does end then. A Ctrl-C while it is held back ends it at once, as killing it would.
 */
final class LastWords implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private @Nullable Runnable stop;
    private boolean asked;

    private LastWords(Runnable tell, Runnable impatient) {
        hook = new Thread(
                () -> {
                    InterruptKey.does(() -> leave(impatient));
                    tell.run();
                    ask();
                    awaitDone();
                },
                "labo-last-words");
    }

    /**
     * Holds the process back until {@link #close()}.
     *
     * @param tell says that it was asked to end
     * @param impatient says that it was asked again, by Ctrl-C, and ends at once
     */
    static LastWords before(Runnable tell, Runnable impatient) {
        LastWords words = new LastWords(tell, impatient);
        Runtime.getRuntime().addShutdownHook(words.hook);
        return words;
    }

    /** What is being done from now on: {@code how} asks it to come to its end, at once if that was asked for already. */
    synchronized void stopBy(Runnable how) {
        stop = how;
        if (asked) {
            how.run();
        }
    }

    private synchronized void ask() {
        asked = true;
        if (stop != null) {
            stop.run();
        }
    }

    /** No shutdown hook is waited for: this one waits itself. */
    private static void leave(Runnable impatient) {
        try {
            impatient.run();
        } finally {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // Then the hook has run, and is free now.
        }
    }
}
