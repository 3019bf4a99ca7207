package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import labo.classroom.Gradebook;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class whose grading is killed again and again ends with the marks of one that was left in peace, and nobody is graded
 * twice. Needs an engine, and fails without one. {@code -Dlabo.class.size=60 -Dlabo.class.kills=10}: the long form.
 */
@Timeout(1800)
class KilledClassIT {
    private static final int SIZE = Integer.getInteger("labo.class.size", 10);
    private static final int KILLS = Integer.getInteger("labo.class.kills", 3);
    private static final String EXERCISE = "serveur-tcp";
    private static final long DEADLINE_S = 900;
    private static final int SOON_MS = 500;
    private static final int LATE_MS = 5_000;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
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

    /** What must not depend on what happened on the way. */
    private record Line(
            String key, String name, Outcome outcome, int score, int most, String main, List<String> causes) {
        static Line of(Mark mark) {
            return new Line(
                    mark.student().key(),
                    mark.student().name(),
                    mark.outcome(),
                    mark.score(),
                    mark.maxScore(),
                    mark.main(),
                    mark.diagnoses());
        }
    }

    private List<Line> lines(String out) throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve(out).resolve("carnet.db"))) {
            return book.marks(EXERCISE).stream().map(Line::of).toList();
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

    @Test
    void killedAtAnyMomentItEndsAsIfItHadNotBeen() throws Exception {
        Path source = ClassMaker.moodleZip(folder.resolve("classe.zip"), SIZE);
        long start = System.nanoTime();
        gradeToTheEnd(source, "paix");
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        Random moments = new Random(SIZE);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process grader = grader(source, "guerre");
            if (!grader.waitFor(moments.nextInt(SOON_MS, LATE_MS), TimeUnit.MILLISECONDS)) {
                killed++;
            }
            grader.destroyForcibly().waitFor();
        }
        gradeToTheEnd(source, "guerre");
        System.out.printf("%d hand-ins in %d s; killed %d times%n", SIZE, seconds, killed);
        assertThat(killed).isPositive();
        assertThat(lines("guerre")).hasSize(SIZE).isEqualTo(lines("paix"));
        assertThat(lines("paix")).extracting(Line::outcome).contains(Outcome.PASSED, Outcome.FAILED, Outcome.REFUSED);
        assertThat(lines("paix")).extracting(Line::outcome).doesNotContain(Outcome.AGAIN);
        assertThat(entriesEach("guerre")).containsOnly(1);
    }
}
