package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.lesson.Course;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A busy machine changes how long verdicts take, never the verdicts: programs drawn at random, right and wrong, are graded
 * on a quiet machine and again beside four programs that burn processor time. Needs an engine, and fails without one.
 * {@code -Dlabo.verdicts=1000} is the long form; {@code -Dlabo.verdicts.draw=N} draws others.
 */
@Timeout(7200)
class ManyVerdictsIT {
    private static final int VERDICTS = Integer.getInteger("labo.verdicts", 60);
    private static final long DRAW = Long.getLong("labo.verdicts.draw", 1);
    private static final int QUIET_AT_ONCE = 2;
    private static final int BUSY_AT_ONCE = 4;
    private static final int BURNERS = 4;

    private final List<Process> burners = new ArrayList<>();

    /** One program and the seed of its scenarios' values. */
    private record Draw(ProgramTrial trial, long seed) {
        @Override
        public String toString() {
            return trial.file() + ", seed " + seed;
        }
    }

    /** All of a report that a learner is told and a mark depends on. */
    private record Judged(Report.Status status, int score, List<Check> checks) {
        static Judged of(Report report) {
            return new Judged(
                    report.status(),
                    report.score(),
                    report.results().stream().map(Check::of).toList());
        }
    }

    private record Check(
            String id, String verdict, @Nullable String misconception) {
        static Check of(Report.CheckResult result) {
            Diagnosis diagnosis = result.diagnosis();
            return new Check(
                    result.scenario() + "/" + result.check().id(),
                    result.verdict().getClass().getSimpleName(),
                    diagnosis == null ? null : diagnosis.id());
        }
    }

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    @AfterEach
    void relieveTheMachine() {
        burners.forEach(Process::destroyForcibly);
    }

    private static List<Draw> draw() {
        Course course = RealLabo.course();
        List<ProgramTrial> programs = RealLabo.backstage().solutions(RealLabo.SOLUTIONS, course).programs().stream()
                .filter(solution -> solution.sandboxOnly() == null)
                .map(solution ->
                        ProgramTrial.of(course.exercise(solution.exercise()).orElseThrow(), solution))
                .toList();
        List<ProgramTrial> right =
                programs.stream().filter(trial -> isRight(trial)).toList();
        List<ProgramTrial> wrong =
                programs.stream().filter(trial -> !isRight(trial)).toList();
        Random random = new Random(DRAW);
        List<Draw> drawn = new ArrayList<>();
        for (int i = 0; i < VERDICTS; i++) {
            List<ProgramTrial> from = i % 2 == 0 ? right : wrong;
            drawn.add(new Draw(from.get(random.nextInt(from.size())), 1 + random.nextInt(1_000_000)));
        }
        return drawn;
    }

    private static boolean isRight(ProgramTrial trial) {
        return trial.file().contains("/right/");
    }

    private void keepTheMachineBusy() throws Exception {
        for (int i = 0; i < BURNERS; i++) {
            burners.add(new ProcessBuilder("python3", "-c", "while True: pass").start());
        }
    }

    @Test
    void everyVerdictOnABusyMachineIsTheQuietOne() throws Exception {
        List<Draw> drawn = draw();
        List<Judged> quiet = judge(drawn, QUIET_AT_ONCE, "quiet");
        keepTheMachineBusy();
        List<Judged> busy = judge(drawn, BUSY_AT_ONCE, "busy");
        assertThat(burners).hasSize(BURNERS).allMatch(Process::isAlive);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(busy.get(i)).as("draw %d, %s", DRAW, drawn.get(i)).isEqualTo(quiet.get(i));
        }
        assertThat(quiet).extracting(Judged::status).doesNotContain(Report.Status.INCONCLUSIVE);
    }

    private static List<Judged> judge(List<Draw> drawn, int atOnce, String machine) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        long start = System.nanoTime();
        try (Examiner examiner = RealLabo.backstage().examiner(Sandbox.DOCKER)) {
            List<Future<Judged>> verdicts = drawn.stream()
                    .map(draw -> workers.submit(() -> Judged.of(
                            examiner.grade(draw.trial().exercise(), draw.trial().submission(), draw.seed()))))
                    .toList();
            List<Judged> judged = new ArrayList<>();
            for (Future<Judged> verdict : verdicts) {
                judged.add(verdict.get());
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            System.out.printf("%d verdicts, %s, %d at a time: %d s%n", drawn.size(), machine, atOnce, seconds);
            return judged;
        } finally {
            workers.shutdownNow();
        }
    }
}
