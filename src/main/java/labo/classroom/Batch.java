package labo.classroom;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import labo.machine.LabException;

/**
 * Grades what a class handed in, several at a time, and enters each mark as soon as it is known. What the book has
 * already, for the same files on the same terms, is not graded again. Holds no more than what is being graded.
 */
public final class Batch {
    private final Gradebook book;
    private final Grading grading;
    private final BatchListener listener;
    private volatile boolean stopping;

    /** How a class ended. */
    public enum End {
        /** All is in the book. */
        COMPLETE,
        /** {@link #stop()} was asked for; what ran then is in the book. */
        STOPPED
    }

    public Batch(Gradebook book, Examination examination, Terms terms, Clock clock, BatchListener listener) {
        this.book = book;
        this.grading = new Grading(examination, terms, clock);
        this.listener = listener;
    }

    /** Begins no more; {@link #run} returns when what is being graded is in the book. */
    public void stop() {
        stopping = true;
    }

    /**
     * Grades {@code handIns}.
     *
     * @param atOnce how many at a time
     * @param again also those that have a mark already
     * @throws LabException if no lab can be had at all; what was graded before is in the book
     * @throws IOException if the book cannot be written, or the source can no longer be read
     */
    public End run(List<? extends HandIn> handIns, int atOnce, boolean again)
            throws IOException, LabException, InterruptedException {
        Deque<HandIn> toDo = new ArrayDeque<>();
        for (HandIn handIn : handIns) {
            if (stopping) {
                return End.STOPPED;
            }
            if (again || !isKnown(handIn)) {
                toDo.add(handIn);
            }
        }
        listener.planned(handIns.size() - toDo.size(), toDo.size());
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            return new Round(new ExecutorCompletionService<>(workers), toDo).run(atOnce);
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean isKnown(HandIn handIn) throws IOException {
        Optional<Mark> mark = book.mark(grading.exercise(), handIn.student());
        return mark.isPresent()
                && mark.get().outcome() != Outcome.AGAIN
                && mark.get().identity().equals(grading.identity(handIn.collect()));
    }

    private void enter(Grading.Result result) throws IOException {
        book.enter(result.mark(), result.report(), result.sources());
        listener.entered(result.mark());
    }

    /** Our own mistake with one hand-in is no reason to leave the others. */
    private Grading.Result grade(HandIn handIn) throws IOException, LabException, InterruptedException {
        try {
            return grading.grade(handIn);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError ours) {
            return grading.failed(handIn, String.valueOf(ours));
        }
    }

    /** One pass: never more under way than may be graded at once. */
    private final class Round {
        private final CompletionService<Grading.Result> service;
        private final Deque<HandIn> toDo;
        private int underway;

        Round(CompletionService<Grading.Result> service, Deque<HandIn> toDo) {
            this.service = service;
            this.toDo = toDo;
        }

        End run(int atOnce) throws IOException, LabException, InterruptedException {
            while (true) {
                while (!stopping && underway < atOnce && !toDo.isEmpty()) {
                    begin(toDo.remove());
                }
                if (underway == 0) {
                    return toDo.isEmpty() ? End.COMPLETE : End.STOPPED;
                }
                enter(result(service.take()));
                underway--;
            }
        }

        private void begin(HandIn handIn) {
            listener.begun(handIn.student());
            service.submit(() -> grade(handIn));
            underway++;
        }
    }

    private static Grading.Result result(Future<Grading.Result> done)
            throws IOException, LabException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof LabException lab) {
                throw new LabException(lab.fault(), String.valueOf(lab.getMessage()), lab);
            }
            if (cause instanceof IOException unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
            if (cause instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException(failed);
        }
    }
}
