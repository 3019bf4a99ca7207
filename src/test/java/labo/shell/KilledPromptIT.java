package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.app.RealLabo;
import labo.catalog.CourseReader;
import labo.catalog.Reading;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.machine.Descendants;
import labo.progress.LessonProgress;
import labo.progress.Progress;
import labo.progress.ProgressStore;
import labo.progress.StepProgress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The prompt is killed again and again, at any moment, in both sandboxes in turn. What the screen said was done is kept, the
 * next start goes on from there, and nothing is left running or on disk. Needs an engine. {@code -Dlabo.prompt.kills=50}: the
 * long form; {@code -Dlabo.prompt.kills.draw=N}: other moments.
 */
@Timeout(1800)
class KilledPromptIT {
    private static final int KILLS = Integer.getInteger("labo.prompt.kills", 8);
    private static final long DRAW = Long.getLong("labo.prompt.kills.draw", 1);
    private static final int SOON_MS = 200;
    private static final int LATE_MS = 3_000;

    /** Reached only by a failure. */
    private static final long PATIENCE_S = 60;

    private static final Pattern PLACE = Pattern.compile("^(\\S+) (\\d+)/(\\d+) ");
    private static final String LESSON = "bind";
    private static final String LOCK = "labo-sockets.lock";

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    private final Lesson lesson = lesson();
    private final List<Page> pages = Page.of(lesson);
    private final List<Long> killed = new ArrayList<>();

    /** What the screen has said: the last place in the lesson, from 0, and the pages that were done. */
    private int place = -1;

    private final Set<String> done = new HashSet<>();

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    private static Lesson lesson() {
        Reading reading = new CourseReader().read(Path.of("lessons"));
        return ((Reading.Read) reading).course().lesson(LESSON).orElseThrow();
    }

    private TmuxTerminal open(int round) throws Exception {
        String sandbox = round % 2 == 0 ? "docker" : "local";
        TmuxTerminal terminal = TmuxTerminal.labo(
                folder, Map.of("TMPDIR", temporary.toString()), temporary, "--bac", sandbox, "--graine", "7");
        killed.add(terminal.program().pid());
        return terminal;
    }

    @Test
    void killedAtAnyMomentItKeepsWhatItSaidAndLeavesNothing() throws Exception {
        try (TmuxTerminal terminal = open(0)) {
            GuidedLearner learner = new GuidedLearner(terminal, 7);
            learner.begin();
            learner.enter("/aller " + LESSON);
            hear(terminal.screen());
        }
        Random moments = new Random(DRAW);
        int furthest = place;
        for (int round = 1; round <= KILLS; round++) {
            learnUntilKilled(round, Since.values()[round % Since.values().length], moments.nextInt(SOON_MS, LATE_MS));
            assertKept(round);
            furthest = Math.max(furthest, place);
        }
        System.out.printf(
                "killed %d times; %d pages done, page %d of %d reached%n",
                KILLS, done.size(), furthest + 1, pages.size());
        assertThat(done).as("a kill must not be all that happens").isNotEmpty();
        theNextStartGoesOn();
        assertNothingIsLeft();
    }

    /** Whether the lesson is over: then it begins again. */
    private boolean atTheEnd() {
        return pages.get(place) instanceof Page.End;
    }

    /** What the moment of a kill is counted from. */
    private enum Since {
        START,
        ASKED,
        DONE
    }

    private void learnUntilKilled(int round, Since since, long ms) throws Exception {
        try (TmuxTerminal terminal = open(round)) {
            ProcessHandle program = terminal.program();
            Executor then = CompletableFuture.delayedExecutor(ms, TimeUnit.MILLISECONDS);
            Learner learner = new Learner(terminal);
            boolean armed = false;
            while (!terminal.hasEnded()) {
                if (!armed && learner.reached(since)) {
                    armed = true;
                    then.execute(program::destroyForcibly);
                }
                learner.look();
            }
        }
    }

    /** Takes note of what a screen says. */
    private void hear(String screen) {
        String footer = GuidedLearner.footer(screen);
        Matcher shown = PLACE.matcher(footer + " ");
        if (shown.find() && shown.group(1).equals(LESSON)) {
            place = Integer.parseInt(shown.group(2)) - 1;
            Page page = pages.get(place);
            if (isLive(page) && footer.endsWith(GuidedLearner.NEXT)) {
                done.add(page.id());
            }
        }
    }

    private static boolean isLive(Page page) {
        return page instanceof Page.Step step && step.step() instanceof Step.Live;
    }

    /** Types what the lesson's data have as its answers, whenever something is asked; goes on when a page is done. */
    private final class Learner {
        private final TmuxTerminal terminal;
        private final List<String> toType = new ArrayList<>();
        private int typedAt = -1;
        private String last = "";
        private Since reached = Since.START;

        Learner(TmuxTerminal terminal) {
            this.terminal = terminal;
        }

        void look() throws Exception {
            String screen = terminal.screen();
            hear(screen);
            String line = GuidedLearner.lastOf(screen);
            if (screen.equals(last)) {
                return;
            }
            last = screen;
            if (GuidedLearner.isPager(line)) {
                terminal.press("Enter");
            } else if (GuidedLearner.isPrompt(line)) {
                answer(screen);
            }
        }

        boolean reached(Since since) {
            return reached.compareTo(since) >= 0;
        }

        private void answer(String screen) throws Exception {
            if (atTheEnd()) {
                reached = Since.DONE;
                terminal.type("/aller " + LESSON);
                return;
            }
            if (GuidedLearner.footer(screen).endsWith(GuidedLearner.NEXT)) {
                toType.clear();
                reached = Since.DONE;
                terminal.press("Enter");
                return;
            }
            reached = reached == Since.DONE ? reached : Since.ASKED;
            if (place != typedAt) {
                typedAt = place;
                toType.clear();
                toType.addAll(answers());
            }
            if (!toType.isEmpty()) {
                terminal.type(toType.remove(0));
            }
        }

        private List<String> answers() {
            Page page = pages.get(place);
            if (!isLive(page)) {
                return List.of("/suivant");
            }
            List<String> lines = new ArrayList<>(List.of("/recommencer"));
            ((Step.Live) ((Page.Step) page).step())
                    .answer()
                    .forEach(statement ->
                            lines.addAll(List.of(statement.stripTrailing().split("\n", -1))));
            return lines;
        }
    }

    /** The file can be read, and has what the screen said; it may be a page ahead of it. */
    private void assertKept(int round) throws IOException {
        Path state = folder.resolve("etat").resolve("labo-sockets");
        Progress kept = ProgressStore.peek(state);
        assertThat(kept.lesson()).as("round %d", round).isEqualTo(LESSON);
        LessonProgress known = kept.lesson(LESSON).orElseThrow();
        int at = pages.stream().map(Page::id).toList().indexOf(known.page());
        if (!atTheEnd() || at != 0) {
            assertThat(at).as("round %d: the page kept", round).isBetween(place, place + 1);
        }
        assertThat(done)
                .as("round %d: pages done", round)
                .allMatch(page ->
                        known.steps().getOrDefault(page, StepProgress.NONE).done());
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("round %d: damaged files put aside", round)
                    .noneMatch(name -> name.contains("abime"));
        }
        place = at;
    }

    private void theNextStartGoesOn() throws Exception {
        try (TmuxTerminal terminal = open(0)) {
            String shown = LESSON + " " + (place + 1) + "/" + pages.size();
            terminal.await(shown);
            terminal.await("a prompt", screen -> {
                String line = GuidedLearner.lastOf(screen);
                return GuidedLearner.isPrompt(line) || GuidedLearner.isPager(line);
            });
            assertThat(terminal.history()).contains("Te revoilà");
            if (GuidedLearner.isPager(GuidedLearner.lastOf(terminal.screen()))) {
                terminal.press("C-c");
            }
            terminal.press("C-d");
            terminal.awaitEnd();
            assertThat(terminal.screen()).contains("À bientôt");
        }
    }

    private void assertNothingIsLeft() throws Exception {
        for (ProcessHandle process : ours()) {
            process.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        }
        for (long pid : killed) {
            assertThat(docker("ps", "-aq", "--filter", "label=labo.pid=" + pid)).isEmpty();
            assertThat(docker("network", "ls", "-q", "--filter", "label=labo.pid=" + pid))
                    .isEmpty();
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(file -> file.getFileName().toString())).isSubsetOf(LOCK);
        }
        try (Stream<Path> left = Files.list(folder.resolve("etat").resolve("labo-sockets"))) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    /** The prompts, their watchdogs, their agents, the learner's interpreters: all find this test's folder in their environment. */
    private List<ProcessHandle> ours() {
        return Descendants.toldOf(temporary);
    }

    private static List<String> docker(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said.lines().toList();
    }
}
