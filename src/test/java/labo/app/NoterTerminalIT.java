package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import labo.classroom.Gradebook;
import labo.classroom.Mark;
import labo.classroom.Outcome;
import labo.shell.TmuxTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code labo noter} as a teacher sees it, on a terminal of 80 columns. Needs an engine, and fails without one. */
@Timeout(300)
class NoterTerminalIT {
    private static final int SIZE = 12;
    private static final int SLOW = 3;

    /** Neither a server, nor waiting for anybody: only its limit of time ends it. */
    private static final String ENDLESS = """
            import time
            while True:
                time.sleep(1)
            """;

    private static final int COLUMNS = 80;
    private static final String EXERCISE = "serveur-tcp";
    private static final String LONG_NAME = "Prénom-Composé de La Très-Longue-Particule-Sans-Fin-Aucune ";

    /** « Notes 16% |██ | 2/12 (0:00:03 / 0:00:15) 0.7/s Name », in one line. */
    private static final Pattern BAR = Pattern.compile("(?m)^Notes +\\d+% *[|│].*[|│] *(?<done>\\d+)/(?<all>\\d+)"
            + " \\(\\d+:\\d\\d:\\d\\d / (?<left>\\d+:\\d\\d:\\d\\d)\\) (?<rate>\\d+[.,]\\d)/s (?<name>\\S.*)$");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    private TmuxTerminal noter() throws Exception {
        return TmuxTerminal.labo(
                folder, Map.of(), "noter", "rendus", "--exercice", EXERCISE, "--sortie", "notes", "--sans-similarite");
    }

    private void aClass() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            handIn(LONG_NAME + i, "right/cours.py");
        }
    }

    private void handIn(String name, String program) throws IOException {
        Path own = Files.createDirectories(folder.resolve("rendus").resolve(name));
        Files.copy(
                RealLabo.SOLUTIONS.resolve(EXERCISE).resolve(program),
                own.resolve("server.py"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Mark> marks() throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve("notes/carnet.db"))) {
            return book.marks(EXERCISE);
        }
    }

    private int entries() throws IOException {
        try (Gradebook book = Gradebook.open(folder.resolve("notes/carnet.db"))) {
            int entries = 0;
            for (Mark mark : book.marks(EXERCISE)) {
                entries += book.history(EXERCISE, mark.student()).size();
            }
            return entries;
        }
    }

    private static Matcher bar(String screen) {
        Matcher bar = BAR.matcher(screen);
        assertThat(bar.find()).as(screen).isTrue();
        return bar;
    }

    @Test
    void theBarShowsRateRemainingTimeAndWhoIsInHandAndCtrlCFinishesWhatRuns() throws Exception {
        aClass();
        int graded;
        try (TmuxTerminal terminal = noter()) {
            String screen = terminal.await("a bar after two marks", shown -> {
                Matcher bar = BAR.matcher(shown);
                return bar.find() && Integer.parseInt(bar.group("done")) >= 2;
            });
            Matcher bar = bar(screen);
            assertThat(bar.group("all")).isEqualTo(String.valueOf(SIZE));
            assertThat(bar.group("name")).startsWith("Pr");
            assertThat(screen.lines().filter(line -> line.startsWith("Notes"))).hasSize(1);
            assertThat(bar.group()).hasSizeLessThanOrEqualTo(COLUMNS);
            terminal.press("C-c");
            terminal.awaitEnd();
            graded = marks().size();
            assertThat(graded).isGreaterThanOrEqualTo(2).isLessThan(SIZE);
            assertThat(terminal.history())
                    .containsPattern(
                            "(?m)^Interruption : je finis les copies en cours. Ctrl-C encore : arrêt immédiat.$")
                    .contains("arrêté à ta demande : " + graded + " copies sur " + SIZE + " sont au carnet.")
                    .contains("la même commande continue où elle en est.");
            assertThat(terminal.exitCode()).isEqualTo(130);
        }
        assertThat(marks()).extracting(Mark::outcome).containsOnly(Outcome.PASSED);
        try (TmuxTerminal terminal = noter()) {
            terminal.awaitEnd();
            assertThat(terminal.history()).contains(graded + " copies sont déjà au carnet.");
            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(marks()).hasSize(SIZE).extracting(Mark::outcome).containsOnly(Outcome.PASSED);
        assertThat(entries()).isEqualTo(SIZE);
    }

    /** The lab needs long for programs that never end, and the teacher does not wait for it. */
    @Test
    void anotherCtrlCEndsAtOnceAndWhatIsMarkedStays() throws Exception {
        handIn("A", "right/cours.py");
        List<String> slow = IntStream.range(0, SLOW).mapToObj(i -> "B" + i).toList();
        for (String name : slow) {
            Path own = Files.createDirectories(folder.resolve("rendus").resolve(name));
            Files.writeString(own.resolve("server.py"), ENDLESS);
        }
        long process;
        try (TmuxTerminal terminal = noter()) {
            process = terminal.pid();
            terminal.await("a bar after one mark", shown -> {
                Matcher bar = BAR.matcher(shown);
                return bar.find() && bar.group("done").equals("1");
            });
            terminal.press("C-c");
            terminal.await("Ctrl-C encore : arrêt immédiat.");
            terminal.press("C-c");
            terminal.awaitEnd();
            assertThat(terminal.history())
                    .contains("arrêté tout de suite, à ta demande")
                    .contains("la même commande continue où elle en est")
                    .doesNotContain("copies sur");
            assertThat(terminal.exitCode()).isEqualTo(130);
        }
        assertThat(marks()).extracting(mark -> mark.student().name()).containsExactly("A");
        DockerClient.awaitNothingOf(process);
        for (String name : slow) {
            handIn(name, "right/cours.py");
        }
        try (TmuxTerminal terminal = noter()) {
            terminal.awaitEnd();
            assertThat(terminal.history()).contains("1 copie est déjà au carnet.");
            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(marks()).hasSize(1 + SLOW).extracting(Mark::outcome).containsOnly(Outcome.PASSED);
        assertThat(entries()).isEqualTo(1 + SLOW);
    }
}
