package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import labo.classroom.Gradebook;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import labo.engine.PrivateEngine;
import labo.engine.PrivateEngine.Deed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes wrong with the engine, really and at the worst moment, on an engine of the test's own: it is never the learner's
 * fault, nothing that was graded is lost, the same command goes on once the engine is well, and then nothing is left.
 */
@Timeout(300)
class EngineFaultsIT {
    private static final String EXERCISE = "serveur-tcp";
    private static final String PROGRAM = "server.py";
    private static final int STUDENTS = 7;

    /** Neither a server, nor waiting for anybody: only its limit of time would end it. */
    private static final String SLOW = "import time\nwhile True:\n    time.sleep(1)\n";

    @TempDir
    private static Path engineFolder = Path.of("");

    private static PrivateEngine engine;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void startEngine() throws Exception {
        RealLabo.prepare();
        engine = PrivateEngine.start(engineFolder);
    }

    @AfterAll
    static void endEngine() throws Exception {
        engine.close();
    }

    /** Each test ends with a command that goes well; when it has, nothing is left of anybody. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        engine.awaitNothingLeft();
    }

    private LaboProcess labo(String... arguments) throws IOException {
        return new LaboProcess(folder, Map.of("DOCKER_HOST", engine.address(), "LC_ALL", "C.UTF-8"), arguments);
    }

    private static String right() throws IOException {
        return Files.readString(RealLabo.SOLUTIONS.resolve(EXERCISE).resolve("right/cours.py"));
    }

    private static String wrong() throws IOException {
        return Files.readString(RealLabo.SOLUTIONS.resolve(EXERCISE).resolve("wrong/missing-listen-1.py"));
    }

    private LaboProcess verifier(String program, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve(PROGRAM), program);
        String[] command = {"verifier", EXERCISE, file.toString(), "--bac", "docker"};
        return labo(java.util.stream.Stream.of(command, options)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new));
    }

    private RealLabo.Outcome verify(String program, String... options) throws Exception {
        try (LaboProcess verifier = verifier(program, options)) {
            return verifier.ended();
        }
    }

    private void aRightProgramPasses() throws Exception {
        RealLabo.Outcome outcome = verify(right());
        assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
    }

    /** A class where every third program is wrong. */
    private LaboProcess noter() throws IOException {
        Path source = folder.resolve("rendus");
        for (int i = 0; i < STUDENTS; i++) {
            Path student = Files.createDirectories(source.resolve("etudiant-" + i));
            Files.writeString(student.resolve(PROGRAM), i % 3 == 0 ? wrong() : right());
        }
        return labo(
                "noter",
                source.toString(),
                "--exercice",
                EXERCISE,
                "--graine",
                "7",
                "--sans-similarite",
                "--paralleles",
                "1",
                "--sortie",
                results());
    }

    private String results() {
        return folder.resolve("resultats").toString();
    }

    private RealLabo.Outcome grade() throws Exception {
        try (LaboProcess noter = noter()) {
            return noter.ended();
        }
    }

    /** The outcome of each student who is in the book. */
    private Map<String, Outcome> book() throws IOException {
        Map<String, Outcome> outcomes = new TreeMap<>();
        try (Gradebook book = Gradebook.open(Path.of(results()).resolve("carnet.db"))) {
            for (Mark mark : book.marks(EXERCISE)) {
                outcomes.put(mark.student().name(), mark.outcome());
            }
        }
        return outcomes;
    }

    private void assertNobodyIsBlamed() throws IOException {
        assertThat(book())
                .allSatisfy((name, outcome) -> assertThat(outcome)
                        .as(name)
                        .isIn(
                                Outcome.AGAIN,
                                Integer.parseInt(name.substring(name.length() - 1)) % 3 == 0
                                        ? Outcome.FAILED
                                        : Outcome.PASSED));
    }

    /** The same command goes on: what was graded is known, the rest is graded now. */
    private void theSameCommandEndsTheClass() throws Exception {
        long known = book().values().stream()
                .filter(outcome -> outcome != Outcome.AGAIN)
                .count();
        RealLabo.Outcome again = grade();
        assertThat(again.code()).as(again.err() + again.out()).isZero();
        assertThat(again.err()).contains(known + (known > 1 ? " copies sont" : " copie est") + " déjà au carnet");
        assertThat(book()).hasSize(STUDENTS).doesNotContainValue(Outcome.AGAIN);
        assertNobodyIsBlamed();
    }

    @Test
    void anEngineThatIsStoppedIsSaidBeforeAnythingIsDone() throws Exception {
        engine.does(Deed.STOP);
        RealLabo.Outcome verdict = verify(right());
        RealLabo.Outcome marks = grade();
        engine.does(Deed.START);

        assertThat(verdict.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(verdict.err()).contains("aucun moteur de conteneurs ne répond", "« labo preparer »");
        assertThat(verdict.out()).isEmpty();
        assertThat(marks.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(marks.err()).contains("rien n’a été corrigé");
        assertThat(Path.of(results())).doesNotExist();
        aRightProgramPasses();
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "KILL"})
    void anEngineThatGoesInMidVerdictGivesNoVerdict(Deed deed) throws Exception {
        try (LaboProcess verifier = verifier(SLOW, "--format", "json")) {
            verifier.await("the program runs", () -> engine.runs(" " + PROGRAM));
            engine.does(deed);
            RealLabo.Outcome outcome = verifier.ended();
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(outcome.err()).doesNotContain("Exception");
            var report = new ObjectMapper().readTree(outcome.out());
            assertThat(report.path("status").asText()).isEqualTo("inconclusive");
            assertThat(report.path("score").isNull()).isTrue();
            assertThat(report.path("diagnoses")).isEmpty();
        } finally {
            engine.does(Deed.START);
        }
        aRightProgramPasses();
    }

    private void breakInMidBatch(Breakage breakage) throws Exception {
        try (LaboProcess noter = noter()) {
            noter.await("two are graded", () -> noter.said().contains("[2/" + STUDENTS + "]"));
            breakage.happens();
            RealLabo.Outcome outcome = noter.ended();
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(outcome.err()).contains("la même commande continue où elle en est");
        }
        assertThat(book()).hasSizeBetween(2, STUDENTS - 1);
        assertNobodyIsBlamed();
    }

    private interface Breakage {
        void happens() throws Exception;
    }

    @Test
    void anEngineThatIsStoppedInMidBatchLosesNoMark() throws Exception {
        breakInMidBatch(() -> engine.does(Deed.STOP));
        engine.does(Deed.START);
        theSameCommandEndsTheClass();
    }

    /** Whether the batch rides it through or stops is a matter of moments; that nobody is blamed is not. */
    @Test
    void anEngineThatIsRestartedInMidBatchBlamesNobody() throws Exception {
        try (LaboProcess noter = noter()) {
            noter.await("two are graded", () -> noter.said().contains("[2/" + STUDENTS + "]"));
            engine.does(Deed.KILL);
            engine.does(Deed.START);
            assertThat(noter.ended().code()).isIn(ExitCode.DONE, ExitCode.ENVIRONMENT);
        }
        assertNobodyIsBlamed();
        theSameCommandEndsTheClass();
    }

    @Test
    void aDiskThatFillsUpInMidBatchLosesNoMark() throws Exception {
        try {
            breakInMidBatch(() -> engine.does(Deed.FILL));
            RealLabo.Outcome verdict = verify(right());
            assertThat(verdict.code()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(verdict.err()).contains("le disque du moteur de conteneurs est plein", "docker system df");
            assertThat(verdict.out()).isEmpty();
        } finally {
            engine.does(Deed.FREE);
        }
        theSameCommandEndsTheClass();
    }

    @Test
    void anImageThatIsRemovedInMidBatchLosesNoMark() throws Exception {
        try {
            breakInMidBatch(() -> engine.removeImage());
        } finally {
            engine.restoreImage();
        }
        theSameCommandEndsTheClass();
    }

    /** Else every server would look as if it did not listen. */
    @Test
    void aFirewallBetweenTheMachinesIsNamed() throws Exception {
        engine.does(Deed.WALL);
        RealLabo.Outcome verdict = verify(right());
        RealLabo.Outcome marks = grade();
        engine.does(Deed.UNWALL);

        assertThat(verdict.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(verdict.err()).contains("les deux machines du labo ne se joignent pas", "pare-feu");
        assertThat(verdict.out()).isEmpty();
        assertThat(marks.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(marks.err()).contains("les deux machines du labo ne se joignent pas");
        assertThat(book()).isEmpty();
        aRightProgramPasses();
    }
}
