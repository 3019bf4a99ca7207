package labo.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import labo.diagnose.Diagnosis;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.live.Feed;
import labo.live.LiveSession;
import labo.machine.LabException;
import labo.machine.SocketState;
import labo.observe.Timeline;
import labo.report.Texts;
import labo.shell.text.Tint;
import org.jspecify.annotations.Nullable;

/** The live session of the lesson in hand: opened when it is first needed, kept from step to step. */
final class LiveRoom {
    private final Workshop workshop;
    private final Backroom backroom;
    private final Journey journey;
    private final Screen screen;
    private final Texts texts;
    private final LiveLines lines;
    private final Consumer<List<SocketState>> sockets;

    /** Touched by the backroom's thread alone, but for interrupts. */
    private volatile @Nullable LiveSession session;

    private @Nullable Lesson lesson;
    private boolean noticed;
    private Meanwhile meanwhile = seen -> Meanwhile.Wish.LEAVE;

    /** Which session is wanted: what opens it, if it is not open. */
    private record Wanted(Lesson lesson, long seed, List<String> replay) {}

    private Wanted wanted() {
        return new Wanted(journey.lesson(), journey.seed(), journey.statements());
    }

    /** What became of a statement. */
    enum Outcome {
        /** Python wants more lines. */
        MORE,
        /** It ran. */
        RAN,
        /** It did not run, and why was said. */
        FAILED
    }

    LiveRoom(
            Workshop workshop,
            Backroom backroom,
            Journey journey,
            Screen screen,
            Texts texts,
            LiveLines lines,
            Consumer<List<SocketState>> sockets) {
        this.workshop = workshop;
        this.backroom = backroom;
        this.journey = journey;
        this.screen = screen;
        this.texts = texts;
        this.lines = lines;
        this.sockets = sockets;
    }

    LiveLines lines() {
        return lines;
    }

    /** Makes a step the one in hand, in the background. */
    void enter(Step.Live step) {
        Wanted wanted = wanted();
        inBackground(() -> {
            LiveSession open = open(wanted);
            open.enter(step);
            keep(open);
        });
    }

    /** Free play, in the background. */
    void free() {
        Wanted wanted = wanted();
        inBackground(() -> {
            LiveSession open = open(wanted);
            open.leave();
            keep(open);
        });
    }

    /** Work on the session. */
    private interface Work {
        void run() throws LabException, InterruptedException;
    }

    private void inBackground(Work work) {
        backroom.later(() -> {
            try {
                work.run();
            } catch (LabException failed) {
                lost(failed);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private LiveSession open(Wanted wanted) throws LabException, InterruptedException {
        LiveSession open = session;
        if (open != null && wanted.lesson().equals(lesson)) {
            return open;
        }
        close();
        lines.reset();
        LiveSession opened = workshop.live(wanted.lesson(), wanted.seed(), lines);
        lines.traced(opened.timeline().facts().traced());
        session = opened;
        lesson = wanted.lesson();
        if (!noticed) {
            noticed = true;
            workshop.notice().ifPresent(notice -> screen.say(Tint.FAINT, notice));
        }
        if (!wanted.replay().isEmpty()) {
            opened.restart(wanted.replay());
        }
        return opened;
    }

    /** Runs a statement to its end, or says that it is not whole. */
    Outcome run(String source) {
        Wanted wanted = wanted();
        lines.begin();
        try {
            Feed feed = ask(() -> open(wanted).feed(source));
            if (feed == Feed.INCOMPLETE) {
                return Outcome.MORE;
            }
            if (feed == Feed.BUSY) {
                screen.say(Tint.WARNING, texts.get(lines.hasEnded() ? "live.ended" : "live.busy"));
                return Outcome.FAILED;
            }
            settle();
            return Outcome.RAN;
        } catch (LabException failed) {
            lost(failed);
            return Outcome.FAILED;
        } catch (Backroom.Abandoned abandoned) {
            screen.say(Tint.FAINT, texts.get("live.abandoned"));
            return Outcome.FAILED;
        } finally {
            lines.finish();
        }
    }

    private void settle() throws LabException, Backroom.Abandoned {
        OptionalInt waits = ask(this::waits, this::interrupt);
        boolean reads = true;
        while (waits.isPresent()) {
            int seen = waits.getAsInt();
            Meanwhile.Wish wish = reads ? meanwhile.until(seen) : Meanwhile.Wish.NOTHING;
            reads &= wish != Meanwhile.Wish.LEAVE;
            if (wish == Meanwhile.Wish.INTERRUPT) {
                interrupt();
            } else if (!reads) {
                awaitMore(seen);
            }
            waits = ask(this::waits, this::interrupt);
        }
    }

    /** The same wait without a prompt. */
    private void awaitMore(int seen) throws LabException, Backroom.Abandoned {
        ask(
                () -> {
                    lines.awaitMoreThan(seen);
                    return true;
                },
                this::interrupt);
    }

    /** How many events had been told when the statement came to wait, which is said; empty once it is over. */
    private OptionalInt waits() throws LabException, InterruptedException {
        LiveSession open = session;
        int seen = lines.count();
        if (open == null || open.settle() == LiveSession.Settled.IDLE) {
            return OptionalInt.empty();
        }
        lines.blocked();
        keep(open);
        return OptionalInt.of(seen);
    }

    /** What the learner may do while a statement waits. */
    void meanwhile(Meanwhile waiting) {
        meanwhile = waiting;
    }

    private void interrupt() {
        LiveSession open = session;
        if (open != null) {
            open.interrupt();
        }
    }

    /** Keeps what a replay needs, and looks at the sockets, in the background. */
    void look() {
        inBackground(() -> {
            LiveSession open = session;
            if (open != null) {
                keep(open);
            }
        });
    }

    private void keep(LiveSession open) throws LabException, InterruptedException {
        sockets.accept(open.sockets());
    }

    /** The statements run so far. */
    List<String> statements() {
        return quietly(() -> {
                    LiveSession open = session;
                    return open == null ? List.<String>of() : open.statements();
                })
                .orElse(List.of());
    }

    /** The misconception behind the last statement's failure. */
    Optional<Diagnosis> explain() {
        return quietly(() -> {
                    LiveSession open = session;
                    return open == null ? Optional.<Diagnosis>empty() : open.explain();
                })
                .flatMap(found -> found);
    }

    /** A text with the lesson's values; one without values needs no session. */
    String text(String template) {
        Wanted wanted = wanted();
        return template.contains("${")
                ? quietly(() -> open(wanted).text(template)).orElse(template)
                : template;
    }

    /** The same, of the session that is open. From any thread: it asks the machines nothing. */
    String textNow(String template) {
        LiveSession open = session;
        return open == null ? template : open.text(template);
    }

    /** How a Python text may go on; nothing while no session is open. */
    List<String> complete(String text) {
        if (backroom.busy()) {
            return List.of();
        }
        return quietly(() -> {
                    LiveSession open = session;
                    return open == null ? List.<String>of() : open.complete(text);
                })
                .orElse(List.of());
    }

    /** Machine A's sockets, if a session is open. */
    Optional<List<SocketState>> sockets() {
        return quietly(() -> {
                    LiveSession open = session;
                    return open == null ? Optional.<List<SocketState>>empty() : Optional.of(open.sockets());
                })
                .flatMap(found -> found);
    }

    /** Whether a session is open now. */
    boolean isOpen() {
        return session != null;
    }

    /** All that was observed, if a session is open. */
    Optional<Timeline> timeline() {
        return quietly(() -> Optional.ofNullable(session).map(LiveSession::timeline))
                .flatMap(found -> found);
    }

    /** A fresh interpreter, where these statements have been run; the machines too are others if the last were lost. */
    void restart(List<String> replay) {
        journey.ran(journey.lesson(), replay);
        Wanted wanted = wanted();
        quietly(() -> {
            LiveSession open = session;
            if (open == null) {
                workshop.discard();
                open(wanted);
            } else {
                lines.reset();
                open.restart(replay);
            }
            return true;
        });
    }

    private <T> Optional<T> quietly(Callable<T> work) {
        try {
            return Optional.of(ask(work));
        } catch (LabException failed) {
            lost(failed);
        } catch (Backroom.Abandoned abandoned) {
            screen.say(Tint.FAINT, texts.get("live.abandoned"));
        }
        return Optional.empty();
    }

    private <T> T ask(Callable<T> work) throws LabException, Backroom.Abandoned {
        try {
            return backroom.await(work);
        } catch (Workshop.Refused impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T ask(Callable<T> work, Runnable interrupt) throws LabException, Backroom.Abandoned {
        try {
            return backroom.await(work, interrupt);
        } catch (Workshop.Refused impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void lost(LabException failed) {
        LiveSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
        workshop.discard();
        if (!lines.hasLostMachine()) {
            workshop.explain(failed).forEach(line -> screen.say(Tint.WARNING, line));
            screen.say(Tint.FAINT, texts.get("live.reopen"));
        }
    }

    /** Gives the session back; the next use opens another, and runs its statements again. On the backroom's thread. */
    void close() {
        LiveSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
        sockets.accept(List.of());
    }

    /** The same, from the prompt's thread. */
    void leave() {
        if (session != null) {
            inBackground(this::close);
        }
    }
}
