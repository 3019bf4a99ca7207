package labo.shell;

import java.util.Optional;
import java.util.Set;
import labo.lesson.Step;
import labo.live.LiveListener;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.ProgramEvent;
import labo.report.SafeText;
import labo.report.Texts;
import labo.shell.text.PythonTokens;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Shows what happens in a live session, as it happens. */
final class LiveLines implements LiveListener {
    private static final Set<String> KNOWN_WAITS = Set.of("accept", "recv", "connect", "send", "sendall", "recvfrom");

    private final Screen screen;
    private final Texts texts;
    private final Narrator narrator;
    private final StringBuilder unfinished = new StringBuilder();
    private boolean traced;
    private boolean running;
    private int count;
    private @Nullable Entered waiting;
    private @Nullable Entered told;
    private @Nullable Evaluated last;
    private Step.@Nullable Live done;
    private @Nullable End end;
    private int known;
    private Runnable whenMore = () -> {};

    LiveLines(Screen screen, Texts texts, Narrator narrator) {
        this.screen = screen;
        this.texts = texts;
        this.narrator = narrator;
    }

    /** Another interpreter. */
    synchronized void reset() {
        waiting = null;
        told = null;
        last = null;
        done = null;
        end = null;
        unfinished.setLength(0);
    }

    synchronized void traced(boolean byKernel) {
        traced = byKernel;
    }

    /** A statement begins: what a step's end says waits for the statement's. */
    synchronized void begin() {
        running = true;
        waiting = null;
        told = null;
        last = null;
    }

    /** It is over. */
    synchronized void finish() {
        flush();
        running = false;
    }

    @Override
    public synchronized void event(Event event) {
        count++;
        if (event instanceof ProgramEvent.Wrote wrote) {
            write(wrote.data().text());
        } else if (event instanceof Evaluated evaluated) {
            evaluated(evaluated);
        } else if (event instanceof Entered entered) {
            waiting = entered;
        } else {
            Optional<AttributedString> line = narrator.line(event, traced);
            line.ifPresent(shown -> {
                flush();
                screen.line(shown);
            });
        }
        tellMore();
    }

    private void write(String text) {
        unfinished.append(text);
        int newline = unfinished.indexOf("\n");
        while (newline >= 0) {
            screen.line(new AttributedString(SafeText.oneLine(unfinished.substring(0, newline))));
            unfinished.delete(0, newline + 1);
            newline = unfinished.indexOf("\n");
        }
    }

    /** Python's prompt would stand behind an unfinished line; here it gets one of its own. */
    private void flush() {
        if (unfinished.length() > 0) {
            screen.line(new AttributedString(SafeText.oneLine(unfinished.toString())));
            unfinished.setLength(0);
        }
    }

    private void evaluated(Evaluated evaluated) {
        last = evaluated;
        waiting = null;
        String traceback = evaluated.traceback();
        if (traceback != null || evaluated.value() != null) {
            flush();
        }
        if (traceback != null) {
            traceback.strip().lines().forEach(line -> screen.line(Tint.BAD, SafeText.oneLine(line)));
        } else if (evaluated.value() != null) {
            screen.line(PythonTokens.colour(SafeText.oneLine(evaluated.value())));
        }
    }

    /** Says what the statement waits for, once for each wait. */
    synchronized void blocked() {
        Entered call = waiting;
        if (call != null && call.equals(told)) {
            return;
        }
        told = call;
        flush();
        String method = call == null ? "" : call.method();
        String key = KNOWN_WAITS.contains(method) ? "blocked." + method : call == null ? "blocked" : "blocked.other";
        screen.marked(Tint.WARNING, screen.symbols().hand(), texts.get(key, method));
    }

    synchronized int count() {
        return count;
    }

    /** Has that done once, when more events than that have come, or the interpreter has ended: at once if it is so. */
    synchronized void whenMoreThan(int seen, Runnable action) {
        known = seen;
        whenMore = action;
        tellMore();
    }

    /** Waits until more events than that have come, or the interpreter has ended. */
    synchronized void awaitMoreThan(int seen) throws InterruptedException {
        while (count <= seen && end == null) {
            wait();
        }
    }

    private void tellMore() {
        notifyAll();
        if (count > known || end != null) {
            Runnable action = whenMore;
            whenMore = () -> {};
            action.run();
        }
    }

    @Override
    public synchronized void prepares(String statement) {
        for (String line : statement.split("\n", -1)) {
            screen.line(AttributedString.join(
                    AttributedString.EMPTY, Tint.FAINT.of(texts.get("prepares")), PythonTokens.colour(line)));
        }
    }

    @Override
    public synchronized void done(Step.Live step) {
        done = step;
        if (!running) {
            whenDone.run();
        }
    }

    private Runnable whenDone = () -> {};

    /** What to do when a step is done while no statement runs. */
    synchronized void whenDone(Runnable action) {
        whenDone = action;
    }

    /** The step that was done, once. */
    synchronized Optional<Step.Live> takeDone() {
        Optional<Step.Live> taken = Optional.ofNullable(done);
        done = null;
        return taken;
    }

    /** Whether the last statement raised an exception. */
    synchronized boolean raised() {
        return last != null && last.exception() != null;
    }

    @Override
    public synchronized void ended(End how) {
        flush();
        end = how;
        screen.marked(Tint.WARNING, screen.symbols().hand(), texts.get("ended." + how));
        tellMore();
    }

    /** Whether it was said that the machine itself is gone. */
    synchronized boolean hasLostMachine() {
        return end == End.LOST;
    }

    /** Whether the interpreter is gone. */
    synchronized boolean hasEnded() {
        return end != null;
    }
}
