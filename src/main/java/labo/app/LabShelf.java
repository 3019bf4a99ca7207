package labo.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import org.jspecify.annotations.Nullable;

/**
 * Labs of one kind, each lent to one thread at a time. A lab that has served is renewed in the background as soon as
 * somebody asks for another, so that a fresh one is there before it is needed.
 */
final class LabShelf implements AutoCloseable {
    private static final long RENEWAL_S = 20;

    private final Labs labs;
    private final int spares;
    private final Deque<Loan> idle = new ArrayDeque<>();
    private final Queue<FutureTask<Lab>> renewals = new ArrayDeque<>();
    private final ExecutorService background = Executors.newCachedThreadPool(LabShelf::daemon);

    /**
     * A lab that is lent.
     *
     * @param uses how often its machine A has been lent, this time included
     */
    record Loan(Lab lab, int uses) {}

    /**
     * @param labs where they come from; closed with the shelf
     * @param spares how many labs more than are lent may be opened, so that nobody waits for one to be renewed; 0: whoever
     *     asks waits, and there are never more labs than are lent at a time
     */
    LabShelf(Labs labs, int spares) {
        this.labs = labs;
        this.spares = spares;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "labo-renewal");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Lends a lab.
     *
     * @param mostUses how often one machine A is lent before it is replaced; 1: it is fresh each time
     */
    Loan lend(int mostUses) throws LabException, InterruptedException {
        FutureTask<Lab> next;
        synchronized (this) {
            List<Loan> worn =
                    idle.stream().filter(loan -> loan.uses() >= mostUses).toList();
            idle.removeAll(worn);
            worn.forEach(loan -> renewLater(loan.lab()));
            Loan usable = idle.poll();
            if (usable != null) {
                return new Loan(usable.lab(), usable.uses() + 1);
            }
            next = next();
        }
        return new Loan(next == null ? labs.open() : result(next), 1);
    }

    private void renewLater(Lab used) {
        FutureTask<Lab> renewal = new FutureTask<>(() -> renewed(used));
        renewals.add(renewal);
        background.execute(renewal);
    }

    /** A lab that is ready, or else one to wait for; null: another is to be opened. */
    private @Nullable FutureTask<Lab> next() {
        Optional<FutureTask<Lab>> ready =
                renewals.stream().filter(FutureTask::isDone).findFirst();
        if (ready.isPresent()) {
            renewals.remove(ready.get());
            return ready.get();
        }
        return renewals.size() > spares ? renewals.poll() : null;
    }

    private Lab renewed(Lab used) throws LabException, InterruptedException {
        boolean renewed = false;
        try {
            used.renew();
            renewed = true;
            return used;
        } catch (LabException broken) {
            return labs.open();
        } finally {
            if (!renewed) {
                used.close();
            }
        }
    }

    private static Lab result(FutureTask<Lab> renewal) throws LabException, InterruptedException {
        try {
            return renewal.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LabException lab) {
                throw new LabException(lab.fault(), String.valueOf(lab.getMessage()), lab);
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    synchronized void giveBack(Loan loan) {
        idle.push(loan);
    }

    @Override
    public void close() {
        background.shutdownNow();
        try {
            // A renewal that is broken off puts its lab away itself.
            background.awaitTermination(RENEWAL_S, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        labs.close();
    }
}
