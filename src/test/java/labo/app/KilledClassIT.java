package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import labo.classroom.Gradebook;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class whose grading is killed again and again ends with the marks of one that was left in peace, and nobody is graded
 * twice. Needs an engine, and fails without one. The long form: {@code -Dlabo.class.forms=all -Dlabo.class.size=60
 * -Dlabo.class.kills=10}.
 */
@Timeout(1800)
class KilledClassIT {
    private static final int SIZE = Integer.getInteger("labo.class.size", 10);
    private static final int KILLS = Integer.getInteger("labo.class.kills", 3);
    private static final String FORMS = System.getProperty("labo.class.forms", "moodle_old,clones");
    private static final String EXERCISE = "serveur-tcp";
    private static final long DEADLINE_S = 900;
    private static final int SOON_MS = 500;
    private static final int LATE_MS = 5_000;
    /** A grader that is done before its moment comes is not killed; then another moment is drawn. */
    private static final int MOST_TRIES = 3 * KILLS;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    static Stream<ClassForm> forms() {
        return FORMS.equals("all")
                ? Arrays.stream(ClassForm.values())
                : Arrays.stream(FORMS.toUpperCase(Locale.ROOT).split(",")).map(ClassForm::valueOf);
    }

    private Process grader(Path source, String out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dlabo.home=" + RealLabo.HOME,
                        Main.class.getName(),
                        "noter",
                        source.toString(),
                        "--exercice",
                        EXERCISE,
                        "--graine",
                        "7",
                        "--echeance",
                        ClassMaker.DEADLINE,
                        "--penalite",
                        "10%/jour",
                        "--sortie",
                        folder.resolve(out).toString())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("stderr").toFile()))
                .start();
    }

    private void gradeToTheEnd(Path source, String out) throws Exception {
        Process grader = grader(source, out);
        try {
            assertThat(grader.waitFor(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(grader.exitValue())
                    .as(Files.readString(folder.resolve("stderr")))
                    .isZero();
        } finally {
            grader.destroyForcibly();
        }
    }

    /** Kills the grading of one class, each time at a moment of its own; how often. */
    private int kill(Path source, String out, int latestMs) throws Exception {
        Random moments = new Random(SIZE);
        int killed = 0;
        for (int i = 0; i < MOST_TRIES && killed < KILLS; i++) {
            Process grader = grader(source, out);
            if (!grader.waitFor(moments.nextInt(SOON_MS, latestMs), TimeUnit.MILLISECONDS)) {
                killed++;
            }
            grader.destroyForcibly().waitFor();
        }
        return killed;
    }

    /** What must not depend on what happened on the way: all that the book says of a mark but times and its number. */
    private List<String> book(String out) throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve(out).resolve("carnet.db"))) {
            return book.marks(EXERCISE).stream()
                    .map(mark -> String.join(
                            "|",
                            mark.student().toString(),
                            mark.outcome().toString(),
                            mark.score() + "/" + mark.maxScore(),
                            mark.main(),
                            mark.remarks().toString(),
                            mark.diagnoses().toString(),
                            String.valueOf(mark.handedIn()),
                            mark.identity()))
                    .toList();
        }
    }

    /** The marks given, late work apart, without the times of the grading. */
    private List<String> given(String out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(out).resolve("notes.jsonl"))) {
            ObjectNode mark = (ObjectNode) new ObjectMapper().readTree(line);
            lines.add(mark.without(List.of("gradedAt", "durationMs")).toString());
        }
        return lines;
    }

    private List<Outcome> outcomes(String out) throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve(out).resolve("carnet.db"))) {
            return book.marks(EXERCISE).stream().map(Mark::outcome).toList();
        }
    }

    private List<Integer> entriesEach(String out) throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve(out).resolve("carnet.db"))) {
            List<Integer> counts = new ArrayList<>();
            for (Mark mark : book.marks(EXERCISE)) {
                counts.add(book.history(EXERCISE, mark.student()).size());
            }
            return counts;
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void killedAtAnyMomentItEndsAsIfItHadNotBeen(ClassForm form) throws Exception {
        Path source = new ClassMaker(form).make(folder, SIZE);
        long start = System.nanoTime();
        gradeToTheEnd(source, "paix");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        int killed = kill(source, "guerre", Math.max(LATE_MS, (int) millis / KILLS));
        gradeToTheEnd(source, "guerre");
        System.out.printf("%s: %d hand-ins in %d ms; killed %d times%n", form, SIZE, millis, killed);
        assertThat(killed).isEqualTo(KILLS);
        assertThat(book("guerre")).hasSize(SIZE).isEqualTo(book("paix"));
        assertThat(given("guerre")).hasSize(SIZE).isEqualTo(given("paix"));
        assertThat(outcomes("paix"))
                .contains(Outcome.PASSED, Outcome.FAILED, Outcome.REFUSED)
                .doesNotContain(Outcome.AGAIN);
        assertThat(entriesEach("guerre")).containsOnly(1);
    }
}
