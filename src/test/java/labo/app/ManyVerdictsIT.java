package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import labo.catalog.Solution;
import labo.check.Verdict;
import labo.grade.Report;
import labo.lesson.Course;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A busy machine changes how long verdicts take, never the verdicts. Needs an engine, and fails without one. */
class ManyVerdictsIT {
    private static final int VERDICTS = 200;
    private static final int AT_ONCE = 4;
    private static final int BURNERS = 2;
    private static final long FIRST_SEED = 1;

    private final List<Process> burners = new ArrayList<>();

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    @BeforeEach
    void keepTheMachineBusy() throws Exception {
        for (int i = 0; i < BURNERS; i++) {
            burners.add(new ProcessBuilder("python3", "-c", "while True: pass").start());
        }
    }

    @AfterEach
    void relieveTheMachine() {
        burners.forEach(Process::destroyForcibly);
    }

    private static List<ProgramTrial> rightPrograms() {
        Course course = RealLabo.course();
        return RealLabo.backstage().solutions(RealLabo.SOLUTIONS, course).programs().stream()
                .filter(Solution::right)
                .map(solution ->
                        ProgramTrial.of(course.exercise(solution.exercise()).orElseThrow(), solution))
                .toList();
    }

    @Test
    void everyRightProgramPassesEveryTime() throws Exception {
        List<ProgramTrial> programs = rightPrograms();
        assertThat(programs).isNotEmpty();
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        long start = System.nanoTime();
        List<String> surprises = new ArrayList<>();
        try (Examiner examiner = RealLabo.backstage().examiner(Sandbox.DOCKER)) {
            List<Future<List<String>>> verdicts = new ArrayList<>();
            for (int i = 0; i < VERDICTS; i++) {
                ProgramTrial trial = programs.get(i % programs.size());
                long seed = FIRST_SEED + i;
                verdicts.add(workers.submit(
                        () -> surprises(trial, examiner.grade(trial.exercise(), trial.submission(), seed))));
            }
            for (Future<List<String>> verdict : verdicts) {
                surprises.addAll(verdict.get());
            }
        } finally {
            workers.shutdownNow();
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        System.out.printf("%d verdicts, %d at a time: %d s%n", VERDICTS, AT_ONCE, seconds);
        assertThat(burners).allMatch(Process::isAlive);
        assertThat(surprises).isEmpty();
    }

    /** What did not pass, with all that is needed to play it again. */
    private static List<String> surprises(ProgramTrial trial, Report report) {
        if (report.status() == Report.Status.PASSED
                && report.score() == trial.exercise().maxScore()) {
            return List.of();
        }
        return report.results().stream()
                .filter(result -> !(result.verdict() instanceof Verdict.Passed))
                .map(result -> trial.file() + ", seed " + report.seed() + ", "
                        + result.check().id() + ": " + result.verdict())
                .collect(Collectors.toList());
    }
}
