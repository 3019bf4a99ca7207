package labo.machine.docker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Clean-up that must neither hang nor fail its caller: what it misses is swept by the watchdog, or at the next start. */
final class Background {
    private Background() {}

    /** Runs {@code task} elsewhere and waits for its end, for {@code seconds} at most. */
    static void within(Executor executor, long seconds, Runnable task) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(task, executor);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean interrupted = false;
        while (true) {
            try {
                done.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                break;
            } catch (InterruptedException e) {
                // Somebody is in a hurry, but what was started must be gone all the same.
                interrupted = true;
            } catch (ExecutionException | TimeoutException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
