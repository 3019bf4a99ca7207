package labo.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lends fresh labs, to each in the order of asking. A lab that is given back gets a fresh machine A in the background, so
 * that the next taker need not wait for it; one that cannot be renewed is closed and another opened in its place. Labs are
 * opened as they are wanted, up to the pool's size. Thread-safe.
 */
public final class LabPool implements AutoCloseable {
    private static final long LAST_WORK_S = 60;

    private final Labs labs;
    private final int size;
    private final ExecutorService background;
    private final Deque<Lab> idle = new ArrayDeque<>();
    private final Deque<CompletableFuture<Lab>> waiting = new ArrayDeque<>();
    private final Set<Lab> lent = new HashSet<>();
    private int inPreparation;
    private boolean closed;

    /**
     * A pool that holds no lab yet.
     *
     * @param labs where labs come from; left to the caller
     * @param size how many labs to have at most; fewer where {@code labs} cannot have so many
     */
    public LabPool(Labs labs, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool of " + size);
        }
        this.labs = labs;
        this.size = Math.min(size, labs.most());
        // Never a queue: what waits there when the pool is closed would be lost with its lab.
        this.background = Executors.newCachedThreadPool(LabPool::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "labo-pool");
        thread.setDaemon(true);
        return thread;
    }

    /** A lab on loan; closing gives it back. */
    public final class Lease implements AutoCloseable {
        private final Lab lab;
        private final AtomicBoolean returned = new AtomicBoolean();

        private Lease(Lab lab) {
            this.lab = lab;
        }

        /** The lab: the borrower's alone until {@link #close()}. */
        public Lab lab() {
            return lab;
        }

        /** Gives the lab back, in whatever state. Does not wait, nor throw; once is enough. */
        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                takeBack(lab);
            }
        }
    }

    /** How many labs there are at most. */
    public int size() {
        return size;
    }

    /**
     * Waits for a fresh lab, behind those who asked earlier.
     *
     * @throws LabException if the lab that this taker waited for cannot be opened, or the pool is closed
     * @throws InterruptedException if the caller's thread is interrupted while it waits; its turn is lost then
     */
    public Lease take() throws LabException, InterruptedException {
        CompletableFuture<Lab> turn = ask();
        try {
            return new Lease(turn.get());
        } catch (ExecutionException e) {
            throw again(e.getCause());
        } catch (InterruptedException e) {
            giveUp(turn);
            throw e;
        }
    }

    private synchronized CompletableFuture<Lab> ask() {
        CompletableFuture<Lab> turn = new CompletableFuture<>();
        if (closed) {
            turn.completeExceptionally(poolIsClosed());
            return turn;
        }
        waiting.add(turn);
        serve();
        return turn;
    }

    /** Hands out what is there, and opens what is missing. Called with the lock held. */
    private void serve() {
        while (!idle.isEmpty() && !waiting.isEmpty()) {
            Lab lab = idle.remove();
            lent.add(lab);
            waiting.remove().complete(lab);
        }
        while (inPreparation < waiting.size() && inPreparation + lent.size() < size) {
            prepare(null);
        }
    }

    private void prepare(@Nullable Lab used) {
        inPreparation++;
        background.execute(() -> fresh(used));
    }

    /** In the background: renews a lab, or opens one. */
    private void fresh(@Nullable Lab used) {
        try {
            if (used != null && renewed(used)) {
                arrive(used);
            } else {
                arrive(labs.open());
            }
        } catch (LabException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(poolIsClosed());
        } catch (RuntimeException e) {
            fail(new LabException(LabException.Fault.NO_START, "cannot prepare a lab: " + e, e));
        }
    }

    private static boolean renewed(Lab used) throws InterruptedException {
        boolean fresh = false;
        try {
            used.renew();
            fresh = true;
        } catch (LabException | RuntimeException e) {
            // Whatever it was that failed, another lab takes its place.
        } finally {
            if (!fresh) {
                used.close();
            }
        }
        return fresh;
    }

    private void arrive(Lab lab) {
        if (!wasKept(lab)) {
            lab.close();
        }
    }

    private synchronized boolean wasKept(Lab lab) {
        inPreparation--;
        if (!closed) {
            idle.add(lab);
            serve();
        }
        return !closed;
    }

    /** The taker that waits longest is told; the others get a try of their own. */
    private synchronized void fail(LabException failure) {
        inPreparation--;
        CompletableFuture<Lab> first = waiting.poll();
        if (first != null) {
            first.completeExceptionally(failure);
        }
        if (!closed) {
            serve();
        }
    }

    private synchronized void takeBack(Lab lab) {
        if (lent.remove(lab)) {
            prepare(lab);
        }
    }

    /** A lab that came too late for an interrupted taker is as fresh as it was. */
    private synchronized void giveUp(CompletableFuture<Lab> turn) {
        if (waiting.removeIf(other -> other == turn) || turn.isCompletedExceptionally()) {
            return;
        }
        Lab lab = turn.join();
        if (lent.remove(lab)) {
            idle.addFirst(lab);
            serve();
        }
    }

    private static LabException poolIsClosed() {
        return new LabException(LabException.Fault.LOST, "the pool is closed");
    }

    /** The failure as of the taker's own thread. */
    private static LabException again(@Nullable Throwable cause) {
        return cause instanceof LabException failure
                ? new LabException(failure.fault(), String.valueOf(failure.getMessage()), failure)
                : new LabException(LabException.Fault.NO_START, "no lab: " + cause);
    }

    /** Closes all labs, those on loan too, and ends the wait of all takers. Does not throw. */
    @Override
    public void close() {
        List<Lab> left = shut();
        background.shutdownNow();
        left.forEach(Lab::close);
        try {
            // What is still under way then is closed by the labs' owner.
            background.awaitTermination(LAST_WORK_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Lab> shut() {
        closed = true;
        waiting.forEach(turn -> turn.completeExceptionally(poolIsClosed()));
        waiting.clear();
        List<Lab> left = new ArrayList<>(idle);
        left.addAll(lent);
        idle.clear();
        lent.clear();
        return left;
    }
}
