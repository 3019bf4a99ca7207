package labo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.grade.Binding;
import labo.grade.Grader;
import labo.grade.Report;
import labo.grade.Submission;
import labo.grade.Values;
import labo.lesson.Exercise;
import labo.lesson.Scenario;
import labo.machine.Lab;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.Engine;
import labo.machine.docker.ImageProgress;
import labo.machine.docker.MachineImage;
import labo.observe.Octets;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints the figures of {@code grader/BENCHMARKS.md}. A goal that is missed is printed, not failed: only a wrong verdict
 * fails. {@code -Dlabo.bench.rounds=N} sets how often each thing is
 * done, {@code -Dlabo.bench.class=N} how large the class is, and {@code -Dlabo.bench.largest=1000} adds one more.
 */
@Timeout(7200)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmarks {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final int ROUNDS = Integer.getInteger("labo.bench.rounds", 15);
    private static final int STUDENTS = Integer.getInteger("labo.bench.class", 100);
    private static final int LARGEST = Integer.getInteger("labo.bench.largest", 0);
    private static final int FEW = 10;
    private static final int NAIVE_ROUNDS = 3;
    private static final int WARM_UP = 3;
    private static final long SEED = 42;
    private static final String ID = "serveur-tcp";
    private static final Path PROGRAM = HOME.resolve("solutions/serveur-tcp/right/cours.py");

    private final MachineImage image = new MachineImage(HOME.resolve("grader"));
    private final Command labo = new Command(HOME);

    @TempDir
    private Path folder;

    @Test
    @Order(1)
    void warmVerdictsBesideBareProcessesAndTheNaiveWay() throws Exception {
        build();
        Exercise exercise = exercise();
        Submission submission =
                new Submission("server.py", Map.of("server.py", Octets.of(Files.readAllBytes(PROGRAM))));
        Bare bare = new Bare(python(), PROGRAM, exercise.port());
        try (DockerLabs labs = new DockerLabs(image);
                Lab lab = labs.open()) {
            for (Scenario scenario : exercise.scenarios()) {
                compare(exercise, scenario, submission, lab, bare);
            }
        }
    }

    /** In turn, so that whatever else the machine does falls on both. */
    private void compare(Exercise exercise, Scenario scenario, Submission submission, Lab lab, Bare bare)
            throws Exception {
        Samples warm = new Samples();
        Samples plain = new Samples();
        Samples naive = new Samples();
        Exercise alone = alone(exercise, scenario);
        Scenario bound = bound(exercise, scenario);
        for (int i = 0; i < WARM_UP; i++) {
            verdict(alone, submission, lab);
            bare.run(bound);
        }
        for (int i = 0; i < ROUNDS; i++) {
            warm.take(() -> verdict(alone, submission, lab));
            plain.take(() -> bare.run(bound));
        }
        Naive each = new Naive(image.tag(), PROGRAM);
        for (int i = 0; i < NAIVE_ROUNDS; i++) {
            naive.take(each::run);
        }
        print("%s: verdict %s, bare %s, naive %s", scenario.id(), warm, plain, naive);
        print("  %s", Goal.atMost(2, "x").judge("verdict / bare processes", warm.median() / plain.median()));
        print("  %s", Goal.atLeast(15, "x").judge("naive / verdict", naive.median() / warm.median()));
    }

    @Test
    @Order(2)
    void coldCommands() throws Exception {
        build();
        labo.run(0, "preparer");
        Samples local = new Samples();
        Samples docker = new Samples();
        for (int i = 0; i < ROUNDS; i++) {
            local.take(() -> labo.run(0, "verifier", ID, PROGRAM.toString(), "--bac", "local"));
            docker.take(() -> labo.run(0, "verifier", ID, PROGRAM.toString(), "--bac", "docker"));
        }
        print("labo verifier serveur-tcp: local %s, docker %s", local, docker);
        print("  %s", Goal.atMost(0.6, "s").judge("verifier, local, cold", local.median() / 1000));
        print("  %s", Goal.atMost(1.5, "s").judge("verifier, docker, cold", docker.median() / 1000));
    }

    @Test
    @Order(3)
    void theFirstPrompt() throws Exception {
        labo.run(0, "lecons");
        Samples prompt = new Samples();
        for (int i = 0; i < ROUNDS; i++) {
            prompt.add(labo.untilPrompt(Files.createDirectory(folder.resolve("etat-" + i)), "encore"));
        }
        print("./labo to the first prompt: %s", prompt);
        print("  %s", Goal.atMost(0.6, "s").judge("first prompt", prompt.median() / 1000));
    }

    @Test
    @Order(4)
    void aClass() throws Exception {
        build();
        ClassRun noter = new ClassRun(HOME);
        ClassRun.Figures few = measured(noter, FEW);
        ClassRun.Figures many = measured(noter, STUDENTS);
        print("  %s", Goal.atLeast(2.5, "/s").judge("noter", many.perSecond()));
        each(few, many);
        if (LARGEST > STUDENTS) {
            each(many, measured(noter, LARGEST));
        }
    }

    private ClassRun.Figures measured(ClassRun noter, int students) throws Exception {
        ClassRun.Figures figures = noter.run(folder.resolve("classe-" + students), students);
        print("labo noter: %s", figures);
        return figures;
    }

    private static void each(ClassRun.Figures fewer, ClassRun.Figures more) {
        double each = (more.seconds() - fewer.seconds()) / (more.students() - fewer.students());
        print("from %d to %d, each submission more: %.0f ms", fewer.students(), more.students(), each * 1000);
    }

    private void build() throws Exception {
        try (Engine engine = Engine.find()) {
            image.build(engine, ImageProgress.NONE);
        }
    }

    private static Exercise exercise() {
        Reading reading = new CourseReader(Set.of()).readForUse(HOME.resolve("lessons"), ID);
        return ((Reading.Read) reading).course().exercise(ID).orElseThrow();
    }

    private static void verdict(Exercise exercise, Submission submission, Lab lab) throws InterruptedException {
        Report report = new Grader().grade(exercise, submission, lab, SEED);
        assertThat(report.status()).isNotEqualTo(Report.Status.INCONCLUSIVE);
    }

    /** What other scenarios must have shown before is left out: it is not played. */
    private static Exercise alone(Exercise exercise, Scenario scenario) {
        return new Exercise(
                exercise.id(),
                exercise.title(),
                exercise.file(),
                exercise.role(),
                exercise.port(),
                exercise.transport(),
                exercise.texts(),
                exercise.statement(),
                exercise.starter(),
                exercise.limits(),
                exercise.timeWait(),
                exercise.hints(),
                List.of(scenario),
                exercise.messages());
    }

    private static Scenario bound(Exercise exercise, Scenario scenario) {
        Map<String, String> known = new LinkedHashMap<>(exercise.texts());
        known.put("port", String.valueOf(exercise.port()));
        known.put("addressA", "127.0.0.1");
        known.put("addressB", "127.0.0.1");
        return new Binding(Values.of(known).drawn(scenario.draw(), SEED, scenario.id())).scenario(scenario);
    }

    /** The interpreter itself: a version manager's script in front of it is no part of a bare program. */
    private static String python() throws Exception {
        Process process = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        return process.inputReader().readLine();
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
