package labo.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import labo.grade.Plan;
import labo.grade.Report;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.machine.LabException;
import labo.machine.SocketState;
import labo.observe.Timeline;
import labo.report.Texts;
import labo.shell.quiz.ChoiceQuestion;
import labo.shell.quiz.FreeQuestion;
import labo.shell.text.Tint;
import labo.shell.text.Wrapping;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The learner's desk: where they are, what lies before them, and what commands may do with it. */
public final class Desk {
    private static final int SHORT_SEEDS = 1_000_000;

    private final Setup setup;
    private final Screen screen;
    private final Texts texts;
    private final Journey journey;
    private final Backroom backroom;
    private final LiveRoom room;
    private final StatusBar status;
    private final Pager pager;
    /** What stands above the page that is about to be shown: both are paged as one. */
    private final List<AttributedString> head = new ArrayList<>();

    private @Nullable Scene scene;
    private boolean free;
    private @Nullable Report graded;
    private boolean leaving;

    Desk(
            Setup setup,
            Screen screen,
            Texts texts,
            Journey journey,
            Backroom backroom,
            LiveRoom room,
            StatusBar status,
            Pager pager) {
        this.setup = setup;
        this.screen = screen;
        this.texts = texts;
        this.journey = journey;
        this.backroom = backroom;
        this.room = room;
        this.status = status;
        this.pager = pager;
    }

    public Screen screen() {
        return screen;
    }

    public Texts texts() {
        return texts;
    }

    public Journey journey() {
        return journey;
    }

    public Workshop workshop() {
        return setup.workshop();
    }

    /** The environment variables. */
    public Map<String, String> environment() {
        return setup.environment();
    }

    /** Where the learner's programs are. */
    public Path work() {
        return setup.work();
    }

    LiveRoom room() {
        return room;
    }

    Scene scene() {
        if (scene == null) {
            throw new IllegalStateException("no page is open");
        }
        return scene;
    }

    /** A path as the learner would type it. */
    public String shown(Path path) {
        Path here = setup.directory();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    // ---- going about

    /** Opens the page where the journey is. */
    public void open() {
        if (scene != null) {
            scene.leave();
        }
        free = false;
        journey.arrive();
        scene = sceneOf(journey.page());
        refresh();
        heading();
        scene.show();
        refresh();
    }

    private Scene sceneOf(Page page) {
        if (page instanceof Page.Program program) {
            return new ExerciseScene(this, program.exercise());
        }
        if (page instanceof Page.End end) {
            return new EndScene(this, end.lesson());
        }
        Step step = ((Page.Step) page).step();
        if (step instanceof Step.Reading reading) {
            return new ReadingScene(this, reading);
        }
        if (step instanceof Step.Live live) {
            return new LiveScene(this, live);
        }
        long seed = journey.seed() + 31L * journey.here().tries();
        if (step instanceof Step.ChoiceQuiz quiz) {
            ChoiceQuestion question = new ChoiceQuestion(quiz, seed);
            return new QuizScene(this, question.text(), question.choices(), question.several(), question::judge);
        }
        FreeQuestion question = new FreeQuestion((Step.FreeQuiz) step, seed);
        return new QuizScene(this, question.text(), List.of(), false, question::judge);
    }

    private void heading() {
        Lesson lesson = journey.lesson();
        head.add(AttributedString.EMPTY);
        if (journey.index() == 0) {
            head.add(Screen.parts(
                    Tint.FAINT, texts.get("heading.lesson", lesson.number()) + " ", Tint.TITLE, lesson.title()));
            head.addAll(Wrapping.wrap(Tint.FAINT.of(texts.get("heading.learns", lesson.learns())), screen.width()));
            head.add(AttributedString.EMPTY);
            if (!lesson.introduction().isBlank()) {
                head.addAll(screen.markdown(lesson.introduction()));
                head.add(AttributedString.EMPTY);
            }
        }
        if (!(journey.page() instanceof Page.End)) {
            head.add(Screen.parts(
                    Tint.STRONG, screen.symbols().hand() + " " + journey.page().title()));
            head.add(AttributedString.EMPTY);
        }
    }

    /** Goes to the next page. */
    public void next() {
        if (journey.forward()) {
            open();
        } else {
            screen.say(Tint.GOOD, texts.get("course.end"));
        }
    }

    /** Goes to the page before. */
    public void previous() {
        if (journey.back()) {
            open();
        } else {
            screen.say(Tint.FAINT, texts.get("course.beginning"));
        }
    }

    /** Goes to a lesson. */
    public void go(Lesson lesson) {
        journey.go(lesson);
        open();
    }

    /** Leaves the step in hand for free play; {@link #open} comes back. */
    public void play() {
        if (scene != null) {
            scene.leave();
        }
        free = true;
        scene = new LiveScene(this, null);
        scene.show();
        refresh();
    }

    /** Whether the learner plays freely. */
    public boolean playing() {
        return free;
    }

    /** Ends the session after this command. */
    public void quit() {
        leaving = true;
    }

    boolean leaving() {
        return leaving;
    }

    // ---- the page in hand

    /** Shows the page again. */
    public void showAgain() {
        heading();
        scene().show();
    }

    /** The hints of the page in hand. */
    public List<String> hints() {
        return scene().hints();
    }

    /** Begins the step again; false where there is nothing to begin again. */
    public boolean restart() {
        return scene().restart();
    }

    /** A text, a screenful at a time. */
    void page(String markdown) {
        page(screen.markdown(markdown));
    }

    /** Lines, a screenful at a time. */
    public void page(List<AttributedString> lines) {
        List<AttributedString> all = new ArrayList<>(head);
        head.clear();
        all.addAll(lines);
        all.add(AttributedString.EMPTY);
        if (!pager.show(all)) {
            quit();
        }
    }

    /** The next text leaves so many lines that stand above it on the screen. */
    void under(int lines) {
        pager.under(lines);
    }

    /** Says how to go on, once something is done. */
    void doneHere() {
        screen.say(Tint.FAINT, texts.get("done.next"));
        refresh();
    }

    /** After each third failure: there are hints. */
    void failed(int failures) {
        if (failures % 3 == 0 && !hints().isEmpty()) {
            screen.say(Tint.FAINT, texts.get("failed.hint"));
        }
        refresh();
    }

    /** The status line as it is now. */
    void refresh() {
        sockets(status.footer().sockets());
    }

    /** The status line with these sockets. Thread-safe. */
    void sockets(List<SocketState> sockets) {
        status.show(new Footer(
                journey.lesson().id(),
                journey.index() + 1,
                journey.pages().size(),
                free ? texts.get("footer.free") : journey.page().title(),
                sockets,
                nextKey()));
    }

    private String nextKey() {
        if (free) {
            return texts.get("footer.playing");
        }
        return texts.get(scene != null && scene.mayGoOn() ? "footer.next" : "footer.help");
    }

    // ---- what commands need

    /** The exercise in hand, if the page is one. */
    public Optional<Program> program() {
        return scene instanceof ExerciseScene exercise ? Optional.of(new Program(exercise)) : Optional.empty();
    }

    /** The program that the learner is to write. */
    public static final class Program {
        private final ExerciseScene scene;

        Program(ExerciseScene scene) {
            this.scene = scene;
        }

        public Exercise exercise() {
            return scene.exercise();
        }

        /** The learner's file. */
        public Path file() {
            return scene.file();
        }

        /** Grades a file and shows the report; whether it passed. */
        public boolean verify(Path file) {
            return scene.verify(file);
        }

        /** Plays the scenario that failed again, alone, and shows what has changed. */
        public void replay() {
            scene.replay();
        }
    }

    /** The seed that was asked for, or one drawn now. */
    long seed() {
        return setup.seed().orElse(ThreadLocalRandom.current().nextLong(1, SHORT_SEEDS));
    }

    Report grade(Exercise exercise, Path file, Plan plan) throws LabException, Workshop.Refused, Backroom.Abandoned {
        Report report = backroom.await(() -> {
            room.close();
            return setup.workshop().grade(exercise, file, plan);
        });
        graded = report;
        return report;
    }

    /** Writes the packets of the live session, or of the program played again, to a file; says what came of it. */
    public void capture(Path target) {
        if (!(scene instanceof ExerciseScene) && !room.isOpen()) {
            screen.say(Tint.FAINT, texts.get("capture.nothing"));
            return;
        }
        try {
            Optional<Path> own = program().map(Program::file);
            Workshop.CaptureTarget capture =
                    backroom.await(() -> setup.workshop().captureTo(target, own));
            Collection<Timeline> observed = scene instanceof ExerciseScene exercise
                    ? exercise.playForCapture()
                    : room.timeline().stream().toList();
            if (!observed.isEmpty()) {
                screen.say(Tint.GOOD, texts.get("capture.written", shown(target), capture.write(observed)));
            }
        } catch (LabException | Workshop.Refused failed) {
            setup.workshop().explain(failed).forEach(line -> screen.say(Tint.WARNING, line));
        } catch (Backroom.Abandoned abandoned) {
            screen.say(Tint.FAINT, texts.get("live.abandoned"));
        }
    }

    /** The path that the learner means. */
    public Path path(String given) {
        return setup.directory().resolve(given);
    }

    /** Machine A's sockets, if a live session is open. */
    public Optional<List<SocketState>> liveSockets() {
        return room.sockets();
    }

    /** What the live session has observed, if one is open. */
    public Optional<Timeline> liveTimeline() {
        return room.timeline();
    }

    /**
     * What the two machines did: in the live session, if one is open; else in the last program's first scenario that
     * failed, or in its last one.
     */
    public Optional<Timeline> thread() {
        return liveTimeline().or(() -> Optional.ofNullable(graded).flatMap(Desk::whatMatters));
    }

    private static Optional<Timeline> whatMatters(Report report) {
        Optional<Timeline> failed = report.firstFailure()
                .flatMap(result -> Optional.ofNullable(report.timelines().get(result.scenario())));
        return failed.or(() -> report.timelines().values().stream().reduce((first, last) -> last));
    }

    /** Gives the whole terminal to a program that {@code use} runs. */
    public void lend(Runnable use) {
        screen.flush();
        status.suspend();
        try {
            backroom.lend(use);
        } finally {
            status.restore();
            refresh();
        }
    }
}
