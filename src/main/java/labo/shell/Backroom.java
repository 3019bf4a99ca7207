package labo.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import labo.machine.LabException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * The one thread that speaks with the machines, so that the prompt never waits for them unless the learner asked for
 * something; Ctrl-C then ends the wait.
 */
final class Backroom implements AutoCloseable {
    private final Terminal terminal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "machines");
        made.setDaemon(true);
        return made;
    });
    /** The terminal's attributes before the lab. */
    private final Attributes found;

    private final AtomicInteger pending = new AtomicInteger();
    private volatile Runnable onInterrupt = Backroom::nothing;

    /** A wait that the learner ended. */
    static final class Abandoned extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Backroom(Terminal terminal) {
        this.terminal = terminal;
        // What is typed while nothing reads is kept for the next reader: not echoed amid the output, Ctrl-D not eaten.
        this.found = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, signal -> onInterrupt.run());
        signals(false);
    }

    /** Whether Ctrl-C is a signal: only while something is waited for. Else it is a key. */
    private void signals(boolean on) {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ISIG, on);
        terminal.setAttributes(attributes);
    }

    /** Gives the terminal as it was found to what {@code use} runs. */
    void lend(Runnable use) {
        Attributes ours = terminal.getAttributes();
        terminal.setAttributes(found);
        try {
            use.run();
        } finally {
            terminal.setAttributes(ours);
        }
    }

    /** Has that done, some time soon. */
    void later(Runnable work) {
        pending.incrementAndGet();
        thread.execute(() -> {
            try {
                work.run();
            } finally {
                pending.decrementAndGet();
            }
        });
    }

    /** Whether something is being done that nobody waits for. */
    boolean busy() {
        return pending.get() > 0;
    }

    /** Has that done, and waits for it; Ctrl-C gives it up. */
    <T> T await(Callable<T> work) throws LabException, Workshop.Refused, Abandoned {
        Future<T> future = thread.submit(work);
        return await(future, () -> future.cancel(true));
    }

    /** Waits for that; Ctrl-C does what is said here. */
    <T> T await(Callable<T> work, Runnable interrupt) throws LabException, Workshop.Refused, Abandoned {
        return await(thread.submit(work), interrupt);
    }

    private <T> T await(Future<T> future, Runnable interrupt) throws LabException, Workshop.Refused, Abandoned {
        Attributes before = terminal.enterRawMode();
        signals(true);
        onInterrupt = interrupt;
        try {
            return future.get();
        } catch (CancellationException given) {
            throw new Abandoned();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Abandoned();
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        } finally {
            onInterrupt = Backroom::nothing;
            terminal.setAttributes(before);
        }
    }

    private static Abandoned rethrown(@org.jspecify.annotations.Nullable Throwable cause)
            throws LabException, Workshop.Refused {
        if (cause instanceof LabException lab) {
            throw lab;
        }
        if (cause instanceof Workshop.Refused refused) {
            throw refused;
        }
        if (cause instanceof InterruptedException) {
            return new Abandoned();
        }
        if (cause instanceof RuntimeException broken) {
            throw broken;
        }
        throw new IllegalStateException(cause);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void nothing() {}
}
