package labo.live;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread from which a {@link LiveListener} hears everything. */
final class Narration {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "labo-live");
        made.setDaemon(true);
        return made;
    });

    /** Does it in its turn; not at all once this is closed. */
    void soon(Runnable task) {
        run(thread, task, 0);
    }

    /** Does it in its turn, after that many milliseconds. */
    void later(Runnable task, long ms) {
        run(thread, task, ms);
    }

    private static void run(ScheduledExecutorService thread, Runnable task, long ms) {
        try {
            var unused = thread.schedule(task, ms, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException closed) {
            // Nobody listens any more.
            return;
        }
    }

    /** Does it in its turn, and waits until it is done. */
    void now(Runnable task) throws InterruptedException {
        try {
            thread.submit(task).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the listener failed", failed.getCause());
        }
    }

    /** Nothing is told any more. */
    void close() {
        List<Runnable> unused = ((ExecutorService) thread).shutdownNow();
    }
}
