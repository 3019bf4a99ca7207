package labo.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import labo.grade.Plan;
import labo.grade.Report;
import labo.lesson.Exercise;
import labo.lesson.Scenario;
import labo.machine.LabException;
import labo.observe.Timeline;
import labo.report.TerminalReport;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** A program to write in an editor, and to have graded. */
final class ExerciseScene implements Scene {
    private final Desk desk;
    private final Exercise exercise;
    private final Path file;
    private int failures;
    /** The last verdict on the learner's program. */
    private @Nullable Report last;

    ExerciseScene(Desk desk, Exercise exercise) {
        this.desk = desk;
        this.exercise = exercise;
        this.file = desk.work().resolve(exercise.id()).resolve(exercise.file());
    }

    Exercise exercise() {
        return exercise;
    }

    /** The learner's program. */
    Path file() {
        return file;
    }

    @Override
    public void show() {
        desk.room().leave();
        desk.page(exercise.statement());
        createStarter();
        desk.screen().say(Tint.FAINT, desk.texts().get("exercise.how"));
    }

    /** What the learner has written is never written over. */
    private void createStarter() {
        Screen screen = desk.screen();
        try {
            if (Files.exists(file)) {
                screen.say(Tint.PLAIN, desk.texts().get("exercise.file", desk.shown(file)));
                return;
            }
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, exercise.starter(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            screen.say(Tint.PLAIN, desk.texts().get("exercise.created", desk.shown(file)));
        } catch (IOException failed) {
            screen.say(
                    Tint.WARNING,
                    desk.texts().get("exercise.not-created", desk.shown(file), String.valueOf(failed.getMessage())));
        }
    }

    /** Grades a file and shows the report; whether it passed. */
    boolean verify(Path given) {
        return play(given, Plan.of(desk.seed())).map(this::judged).orElse(false);
    }

    /** The same for the learner's own file, with whole frames; what was observed, nothing if it was not played. */
    Collection<Timeline> playForCapture() {
        long seed = last == null ? desk.seed() : last.seed();
        Optional<Report> report = play(file, Plan.of(seed).withFrames());
        report.ifPresent(this::judged);
        return report.map(played -> played.timelines().values()).orElse(List.of());
    }

    /** Has a file graded and shows the report; nothing, once it was said why, if that could not be done. */
    private Optional<Report> play(Path given, Plan plan) {
        Screen screen = desk.screen();
        if (plan.only() == null) {
            screen.say(Tint.FAINT, desk.texts().get("verify.running", desk.shown(given)));
        }
        try {
            Report report = desk.grade(exercise, given, plan);
            if (plan.only() == null) {
                last = report;
                show(report);
            }
            return Optional.of(report);
        } catch (LabException | Workshop.Refused failed) {
            desk.workshop().explain(failed).forEach(line -> screen.say(Tint.WARNING, line));
        } catch (Backroom.Abandoned abandoned) {
            screen.say(Tint.FAINT, desk.texts().get("verify.abandoned"));
        }
        return Optional.empty();
    }

    /** Plays the scenario that failed first again, alone, with the same values, and shows what has changed. */
    void replay() {
        Optional<Report.CheckResult> failure = Optional.ofNullable(last).flatMap(Report::firstFailure);
        if (last == null || failure.isEmpty()) {
            desk.screen().say(Tint.WARNING, desk.texts().get(last == null ? "replay.first" : "replay.nothing"));
            return;
        }
        String scenario = failure.get().scenario();
        desk.screen().say(Tint.FAINT, desk.texts().get("replay.running", titleOf(scenario), last.seed()));
        Report before = last;
        play(file, Plan.of(before.seed()).alone(scenario)).ifPresent(report -> compare(scenario, before, report));
    }

    private String titleOf(String scenario) {
        return exercise.scenarios().stream()
                .filter(known -> known.id().equals(scenario))
                .map(Scenario::title)
                .findFirst()
                .orElse(scenario);
    }

    private void compare(String scenario, Report earlier, Report report) {
        Screen screen = desk.screen();
        Replayed shown = new Replayed(desk.texts(), screen.symbols(), screen.theme());
        List<AttributedString> page = new ArrayList<>(shown.checks(earlier, report));
        Timeline before = earlier.timelines().get(scenario);
        Timeline after = report.timelines().get(scenario);
        if (before != null && after != null) {
            page.add(AttributedString.EMPTY);
            page.addAll(shown.difference(before, after));
        }
        desk.page(page);
        boolean passed = report.status() == Report.Status.PASSED;
        screen.say(passed ? Tint.GOOD : Tint.FAINT, desk.texts().get(passed ? "replay.passes" : "replay.fails"));
    }

    private void show(Report report) {
        StringBuilder page = new StringBuilder();
        try {
            new TerminalReport(desk.screen().theme()).render(report, page);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        page.toString().lines().map(AttributedString::fromAnsi).forEach(desk.screen()::line);
    }

    private boolean judged(Report report) {
        boolean passed = report.status() == Report.Status.PASSED;
        if (passed) {
            desk.journey().markDone();
            desk.doneHere();
        } else if (report.status() == Report.Status.FAILED) {
            failures++;
            desk.journey().countTry();
            desk.failed(failures);
        }
        return passed;
    }

    @Override
    public String prompt() {
        return exercise.id() + " " + desk.screen().symbols().prompt() + " ";
    }

    @Override
    public void enter(String line) {
        nudge();
    }

    @Override
    public void nudge() {
        desk.screen().say(Tint.FAINT, desk.texts().get("exercise.nudge", desk.shown(file)));
    }

    @Override
    public boolean mayGoOn() {
        return desk.journey().here().done();
    }

    @Override
    public List<String> hints() {
        return exercise.hints();
    }
}
