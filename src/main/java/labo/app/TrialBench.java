package labo.app;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import labo.app.Trial.Outcome;
import labo.machine.LabException;

/** Runs many trials, several at a time. What does not come out as promised is tried once more, alone. */
final class TrialBench {
    private final Rehearsal rehearsal;
    private final int atOnce;
    private final long seed;
    private final Queue<Trial> recovered = new ConcurrentLinkedQueue<>();

    private record Done(int number, Outcome outcome) {}

    /**
     * @param atOnce how many labs to use
     * @param seed what all scenarios' values are drawn from
     */
    TrialBench(Rehearsal rehearsal, int atOnce, long seed) {
        this.rehearsal = rehearsal;
        this.atOnce = atOnce;
        this.seed = seed;
    }

    /**
     * Runs each of {@code trials}.
     *
     * @param progress is told after each, from the caller's thread
     * @return what came of them, in the order of the trials
     * @throws LabException if a lab cannot be opened; what is under way is given up then
     */
    List<Outcome> run(List<Trial> trials, Progress progress) throws LabException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            CompletionService<Done> service = new ExecutorCompletionService<>(workers);
            for (int i = 0; i < trials.size(); i++) {
                int number = i;
                service.submit(() -> new Done(number, run(trials.get(number))));
            }
            Map<Integer, Outcome> outcomes = new TreeMap<>();
            while (outcomes.size() < trials.size()) {
                Done done = result(service.take());
                outcomes.put(done.number(), done.outcome());
                progress.at(trials.get(done.number()).lesson(), outcomes.size(), trials.size());
            }
            return List.copyOf(outcomes.values());
        } finally {
            workers.shutdownNow();
        }
    }

    private Outcome run(Trial trial) throws LabException, InterruptedException {
        Outcome first = trial.run(rehearsal, seed, false);
        if (first.kept()) {
            return first;
        }
        Outcome second = trial.run(rehearsal, seed, true);
        if (second.kept()) {
            recovered.add(trial);
        }
        return second;
    }

    /** The files of those that came out as promised the second time only. */
    List<String> recovered() {
        return recovered.stream().map(Trial::file).sorted().toList();
    }

    private static Done result(Future<Done> done) throws LabException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LabException lab) {
                throw new LabException(lab.fault(), String.valueOf(lab.getMessage()), lab);
            }
            if (failed.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
