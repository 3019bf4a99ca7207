package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import labo.check.Verdict;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Scenario;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that hits a limit is told which. Needs an engine, and fails without one. */
class LimitsIT {
    private static final Limits TIGHT = new Limits(60_000, 1_000, 64L << 20, 16, 32, 64L << 10, 1L << 20);

    /** A small program that hits one limit, and how a verdict names that limit. */
    private record Glutton(String how, String limit, String named, String program) {
        Glutton(String limit, String named, String program) {
            this(limit, limit, named, program);
        }

        @Override
        public String toString() {
            return how;
        }
    }

    private static final List<Glutton> GLUTTONS = List.of(
            new Glutton("wall", "n’a pas fini à temps", """
                    import time
                    while True:
                        time.sleep(0.1)
                    """),
            new Glutton("cpu", "tourne sans fin", """
                    while True:
                        pass
                    """),
            new Glutton("memory", "trop de mémoire", """
                    data = b"x"
                    while True:
                        data += data
                    """),
            new Glutton("memory, block by block", "memory", "trop de mémoire", """
                    kept = []
                    while True:
                        kept.append(b"x" * (1 << 20))
                    """),
            new Glutton("processes", "trop de processus", """
                    import subprocess
                    while True:
                        subprocess.Popen(["sleep", "60"])
                    """),
            new Glutton("files", "trop de fichiers", """
                    kept = []
                    while True:
                        kept.append(open(__file__))
                    """),
            new Glutton("output", "écrit trop", """
                    while True:
                        print("x" * 1000)
                    """),
            new Glutton("fileSize", "un fichier trop gros", """
                    with open("gros", "wb") as file:
                        while True:
                            file.write(bytes(1 << 16))
                    """));

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    private static Stream<Arguments> gluttons() {
        return Stream.of(Sandbox.values()).flatMap(sandbox -> GLUTTONS.stream().map(of -> Arguments.of(sandbox, of)));
    }

    /** Time is tight only where it is what runs out: a busy machine must not make it run out first. */
    private static Limits limits(Glutton glutton) {
        return new Limits(
                glutton.limit().equals("wall") ? 3_000 : TIGHT.wallMs(),
                TIGHT.cpuMs(),
                TIGHT.memoryBytes(),
                TIGHT.processes(),
                TIGHT.files(),
                TIGHT.outputBytes(),
                TIGHT.fileBytes());
    }

    /** A server is awaited that none of these programs becomes. */
    private static Exercise exercise(Limits limits) {
        CheckSpec listens = new CheckSpec(
                "listen",
                "Il écoute",
                1,
                List.of(),
                new Expectation.Happened(EventPattern.call("listen"), 1, null),
                null,
                null);
        Scenario scenario =
                new Scenario("un", "Un", "", List.of(), null, Map.of(), Map.of(), List.of(), List.of(listens));
        return new Exercise(
                "limites",
                "Limites",
                "server.py",
                Exercise.Role.SERVER,
                8888,
                Exercise.Transport.TCP,
                Map.of(),
                "",
                "",
                limits,
                false,
                List.of(),
                List.of(scenario),
                Map.of());
    }

    @ParameterizedTest
    @MethodSource("gluttons")
    void theLimitIsNamed(Sandbox sandbox, Glutton glutton) throws Exception {
        Submission submission = new Submission("server.py", Map.of("server.py", Octets.utf8(glutton.program())));
        try (Examiner examiner = RealLabo.backstage().examiner(sandbox)) {
            Report report = examiner.grade(exercise(limits(glutton)), submission, 1);
            assertThat(report.status()).isEqualTo(Report.Status.FAILED);
            assertThat(report.timelines().get("un"))
                    .satisfies(timeline -> assertThat(timeline.all(ProgramEvent.LimitHit.class))
                            .extracting(ProgramEvent.LimitHit::name)
                            .contains(glutton.limit()));
            assertThat(report.results().get(0).verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class,
                            failed -> assertThat(failed.observed()).contains(glutton.named()));
        }
    }
}
