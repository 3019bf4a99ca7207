package labo.shell;

import java.util.List;
import java.util.Optional;
import labo.diagnose.Diagnosis;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.shell.text.Tint;

/** A step at the live prompt of machine A, or free play there. */
final class LiveScene implements Scene {
    private final Desk desk;
    private final LiveRoom room;
    private final Lesson lesson;
    private final Step.@org.jspecify.annotations.Nullable Live step;
    private final List<String> before;
    private final Typing typing = new Typing();
    private int failures;
    private int statements;

    /** @param step null: free play, nothing is judged */
    LiveScene(Desk desk, Step.@org.jspecify.annotations.Nullable Live step) {
        this.desk = desk;
        this.room = desk.room();
        this.lesson = desk.journey().lesson();
        this.step = step;
        this.before = desk.journey().statements();
    }

    @Override
    public void show() {
        if (step == null) {
            desk.screen().say(Tint.PLAIN, desk.texts().get("free"));
            room.free();
        } else {
            desk.page(room.text(step.text()));
            room.lines().whenDone(this::celebrate);
            desk.screen().flush();
            room.enter(step);
        }
    }

    @Override
    public String prompt() {
        return typing.isEmpty() ? ">>> " : "... ";
    }

    @Override
    public Tint tint() {
        return Tint.MACHINE_A;
    }

    @Override
    public boolean python() {
        return true;
    }

    @Override
    public boolean halfTyped() {
        return !typing.isEmpty();
    }

    @Override
    public void drop() {
        typing.clear();
    }

    /** A paste has several lines: each is one that was typed. */
    @Override
    public void enter(String line) {
        boolean ran = false;
        boolean raised = false;
        for (String one : line.split("\n", -1)) {
            if ((!typing.isEmpty() || !one.isBlank()) && enterOne(one)) {
                ran = true;
                raised |= after();
            }
        }
        if (ran) {
            statements++;
            count(raised);
            room.look();
        }
    }

    /** Whether a statement is whole now, and ran. */
    private boolean enterOne(String line) {
        LiveRoom.Outcome outcome = room.run(typing.with(line));
        if (outcome == LiveRoom.Outcome.MORE) {
            typing.add(line);
            return false;
        }
        typing.clear();
        return outcome == LiveRoom.Outcome.RAN;
    }

    /** Says what a statement has changed; whether it raised. */
    private boolean after() {
        desk.journey().ran(lesson, room.statements());
        boolean raised = room.lines().raised();
        boolean done = celebrate();
        if (raised && !done) {
            room.explain().ifPresent(this::tell);
        }
        return raised;
    }

    /** What was pasted at once counts once. */
    private void count(boolean raised) {
        if (step != null && !mayGoOn() && (raised || statements > step.answer().size())) {
            failures++;
            desk.journey().countTry();
            desk.failed(failures);
        }
    }

    private void tell(Diagnosis diagnosis) {
        Screen screen = desk.screen();
        screen.markedText(Tint.WARNING, screen.symbols().arrow(), diagnosis.title() + ". " + diagnosis.look());
    }

    /** Says that the step is done, if it has just become so. */
    private boolean celebrate() {
        Optional<Step.Live> done = room.lines().takeDone();
        if (step == null || done.isEmpty() || !done.get().id().equals(step.id())) {
            return false;
        }
        if (mayGoOn()) {
            return true;
        }
        desk.journey().markDone();
        Screen screen = desk.screen();
        String said = step.done() == null ? desk.texts().get("live.done") : room.textNow(step.done());
        screen.markedText(Tint.GOOD, screen.symbols().done(), said);
        desk.doneHere();
        return true;
    }

    @Override
    public void nudge() {
        if (room.lines().hasEnded()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("live.ended"));
        } else {
            desk.screen().say(Tint.FAINT, desk.texts().get(step == null ? "free.nudge" : "live.nudge"));
        }
    }

    @Override
    public boolean mayGoOn() {
        return step != null && desk.journey().here().done();
    }

    @Override
    public List<String> hints() {
        return step == null ? List.of() : step.hints().stream().map(room::text).toList();
    }

    @Override
    public boolean restart() {
        typing.clear();
        room.restart(before);
        show();
        return true;
    }

    @Override
    public void leave() {
        typing.clear();
        room.lines().whenDone(() -> {});
    }

    /** The lines of a statement typed so far. */
    private static final class Typing {
        private final StringBuilder lines = new StringBuilder();

        boolean isEmpty() {
            return lines.length() == 0;
        }

        String with(String line) {
            return lines + line;
        }

        void add(String line) {
            lines.append(line).append('\n');
        }

        void clear() {
            lines.setLength(0);
        }
    }
}
