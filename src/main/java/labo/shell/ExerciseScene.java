package labo.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import labo.grade.Report;
import labo.lesson.Exercise;
import labo.machine.LabException;
import labo.report.TerminalReport;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** A program to write in an editor, and to have graded. */
final class ExerciseScene implements Scene {
    private final Desk desk;
    private final Exercise exercise;
    private final Path file;
    private int failures;

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
        Screen screen = desk.screen();
        screen.say(Tint.FAINT, desk.texts().get("verify.running", desk.shown(given)));
        try {
            Report report = desk.grade(exercise, given);
            show(report);
            return judged(report);
        } catch (LabException | Workshop.Refused failed) {
            desk.workshop().explain(failed).forEach(line -> screen.say(Tint.WARNING, line));
        } catch (Backroom.Abandoned abandoned) {
            screen.say(Tint.FAINT, desk.texts().get("verify.abandoned"));
        }
        return false;
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
