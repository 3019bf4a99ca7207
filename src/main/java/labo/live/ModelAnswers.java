package labo.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import labo.diagnose.Diagnosis;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.observe.Event;
import org.jspecify.annotations.Nullable;

/**
 * Plays the answers that a lesson brings along: no catalogued wrong answer satisfies its step's aims, each is named as the
 * lesson says, and the model answer satisfies them, once.
 */
public final class ModelAnswers {
    /** How often a statement that blocks is interrupted: one that hears none of these never ends. */
    private static final int MOST_INTERRUPTS = 20;

    private final Lesson lesson;
    private final LabSession session;
    private final Heard heard;
    private final List<Surprise> surprises = new ArrayList<>();

    /** What can be other than the lesson says. */
    public enum Kind {
        /** The model answer does not satisfy the aims; observed: what the interpreter said of it. */
        ANSWER_FAILS,
        /** A wrong answer satisfies them. */
        WRONG_PASSES,
        /** A wrong answer is given another name. */
        WRONG_NAME,
        /** A statement cannot be interrupted. */
        NEVER_ENDS,
        /** The interpreter ended. */
        INTERPRETER_ENDED
    }

    /**
     * Something that did not go as the lesson says.
     *
     * @param step the step's id
     * @param wrong which of its wrong answers, from 0; null: the model answer
     * @param statements what was typed
     * @param expected the misconception's id; null: none
     * @param observed the misconception's id; null: none
     */
    public record Surprise(
            Kind kind,
            String step,
            @Nullable Integer wrong,
            List<String> statements,
            @Nullable String expected,
            @Nullable String observed) {
        public Surprise {
            statements = List.copyOf(statements);
        }
    }

    private ModelAnswers(Lesson lesson, LabSession session, Heard heard) {
        this.lesson = lesson;
        this.session = session;
        this.heard = heard;
    }

    /**
     * Plays all answers of the lesson's live steps.
     *
     * @param lab used by nobody else meanwhile
     * @param seed what the lesson's values are drawn from
     * @throws LabException if the lab is lost
     */
    public static List<Surprise> play(Lab lab, Lesson lesson, long seed) throws LabException, InterruptedException {
        Heard heard = new Heard();
        try (LabSession session = LabSession.open(lab, lesson, seed, heard, Pace.BRISK)) {
            ModelAnswers answers = new ModelAnswers(lesson, session, heard);
            answers.play();
            return List.copyOf(answers.surprises);
        }
    }

    /** The lesson's live steps, in order. */
    public static List<Step.Live> steps(Lesson lesson) {
        return lesson.steps().stream()
                .filter(Step.Live.class::isInstance)
                .map(Step.Live.class::cast)
                .toList();
    }

    private void play() throws LabException, InterruptedException {
        List<String> before = List.of();
        for (Step.Live step : steps(lesson)) {
            for (int i = 0; i < step.wrong().size(); i++) {
                begin(before, step);
                wrong(step, i);
            }
            begin(before, step);
            model(step);
            before = session.statements();
        }
    }

    private void begin(List<String> before, Step.Live step) throws LabException, InterruptedException {
        heard.done.clear();
        session.leave();
        session.restart(before);
        session.enter(step);
    }

    private void wrong(Step.Live step, int number) throws LabException, InterruptedException {
        Step.WrongAnswer wrong = step.wrong().get(number);
        String named = null;
        for (String statement : wrong.statements()) {
            run(step, number, statement);
            String found = session.explain().map(Diagnosis::id).orElse(null);
            named = found == null ? named : found;
        }
        if (heard.done.contains(step.id())) {
            surprise(Kind.WRONG_PASSES, step, number, null, null);
        }
        if (!Objects.equals(named, wrong.diagnosis())) {
            surprise(Kind.WRONG_NAME, step, number, wrong.diagnosis(), named);
        }
        reportEnd(step, number);
    }

    private void model(Step.Live step) throws LabException, InterruptedException {
        for (String statement : step.answer()) {
            run(step, null, statement);
        }
        if (heard.done.stream().filter(step.id()::equals).count() != 1) {
            surprise(
                    Kind.ANSWER_FAILS,
                    step,
                    null,
                    null,
                    session.explain().map(Diagnosis::id).orElse(null));
        }
        reportEnd(step, null);
    }

    private void reportEnd(Step.Live step, @Nullable Integer wrong) {
        if (!heard.ends.isEmpty()) {
            heard.ends.clear();
            surprise(Kind.INTERPRETER_ENDED, step, wrong, null, null);
        }
    }

    private void surprise(
            Kind kind, Step.Live step, @Nullable Integer wrong, @Nullable String expected, @Nullable String observed) {
        List<String> statements =
                wrong == null ? step.answer() : step.wrong().get(wrong).statements();
        surprises.add(new Surprise(kind, step.id(), wrong, statements, expected, observed));
    }

    private void run(Step.Live step, @Nullable Integer wrong, String template)
            throws LabException, InterruptedException {
        String source = session.text(template);
        if (session.feed(source) == Feed.INCOMPLETE) {
            session.feed(source.stripTrailing() + "\n\n");
        }
        int interrupts = 0;
        while (session.settle() == LiveSession.Settled.BLOCKED) {
            if (++interrupts > MOST_INTERRUPTS) {
                surprise(Kind.NEVER_ENDS, step, wrong, null, null);
                return;
            }
            session.interrupt();
        }
    }

    /** Keeps what a session says of steps and interpreters. */
    private static final class Heard implements LiveListener {
        final List<String> done = new CopyOnWriteArrayList<>();
        final List<End> ends = new CopyOnWriteArrayList<>();

        @Override
        public void event(Event event) {
            // What is judged here is what the session makes of events.
        }

        @Override
        public void prepares(String statement) {
            // Nobody reads along.
        }

        @Override
        public void done(Step.Live step) {
            done.add(step.id());
        }

        @Override
        public void ended(End end) {
            ends.add(end);
        }
    }
}
