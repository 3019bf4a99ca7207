package labo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import labo.grade.Report;
import labo.machine.LabException;

/** Grades many programs, several at a time. */
final class TrialBench {
    private final Examiner examiner;
    private final int atOnce;
    private final long seed;

    /**
     * @param atOnce how many labs to use
     * @param seed what all scenarios' values are drawn from
     */
    TrialBench(Examiner examiner, int atOnce, long seed) {
        this.examiner = examiner;
        this.atOnce = atOnce;
        this.seed = seed;
    }

    /**
     * Grades each of {@code trials}.
     *
     * @param progress is told after each, from the caller's thread
     * @return their reports, in the order of the trials
     * @throws LabException if a lab cannot be opened; what is under way is given up then
     */
    List<Report> run(List<Trial> trials, Progress progress) throws LabException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            CompletionService<Report> service = new ExecutorCompletionService<>(workers);
            List<Future<Report>> reports = new ArrayList<>();
            trials.forEach(trial -> reports.add(service.submit(() -> grade(trial))));
            for (int done = 0; done < trials.size(); done++) {
                Report report = result(service.take());
                progress.at(report.exercise().id(), done + 1, trials.size());
            }
            List<Report> inOrder = new ArrayList<>();
            for (Future<Report> report : reports) {
                inOrder.add(result(report));
            }
            return inOrder;
        } finally {
            workers.shutdownNow();
        }
    }

    private Report grade(Trial trial) throws LabException, InterruptedException {
        return examiner.grade(trial.exercise(), trial.submission(), seed);
    }

    private static Report result(Future<Report> report) throws LabException, InterruptedException {
        try {
            return report.get();
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
