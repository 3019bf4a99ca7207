package labo.app;

import java.util.concurrent.CountDownLatch;

/**
 * Holds this process back when it is asked to end (Ctrl-C, SIGTERM), until what it does is done. As the end of a process
 * cannot be called off, it does end then.
 */
final class LastWords implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private LastWords(Runnable stop, Runnable tell) {
        hook = new Thread(
                () -> {
                    tell.run();
                    stop.run();
                    awaitDone();
                },
                "labo-last-words");
    }

    /**
     * Holds the process back until {@link #close()}.
     *
     * @param stop asks what is being done to come to its end
     * @param tell says so
     */
    static LastWords before(Runnable stop, Runnable tell) {
        LastWords words = new LastWords(stop, tell);
        Runtime.getRuntime().addShutdownHook(words.hook);
        return words;
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
