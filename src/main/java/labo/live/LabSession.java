package labo.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import labo.check.EventMatcher;
import labo.diagnose.Diagnosis;
import labo.diagnose.Diagnostician;
import labo.grade.Binding;
import labo.grade.Values;
import labo.lesson.Exercise;
import labo.lesson.Lesson;
import labo.lesson.Step;
import labo.machine.Capture;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.MachineStates;
import labo.machine.SocketState;
import labo.machine.Standstill;
import labo.observe.Ending;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** A live session on a lab. */
public final class LabSession implements LiveSession {
    /** Lessons whose learner is the client; in all others, the server. */
    private static final String CLIENT_LESSON = "connect";

    /** No limit on time: a learner may think. The others end what would harm the machine. */
    private static final Map<String, Long> LIMITS = Map.of(
            "cpuMs",
            600_000L,
            "memoryBytes",
            192L << 20,
            "processes",
            48L,
            "files",
            128L,
            "outputBytes",
            4L << 20,
            "fileBytes",
            8L << 20);

    /** How long nothing may be heard before the machines are asked what they wait for. */
    private static final long QUIET_MS = 12;

    /** Longest pause between two questions. */
    private static final long MAX_QUIET_MS = 200;

    /** How long what is seen may wait to be told in order with what is seen next. */
    private static final long GATHER_MS = 25;

    /** In how many questions a wait must show that may be the interpreter's own, between two statements. */
    private static final int PATIENCE = 5;

    private final Stage stage;
    private final Facts facts;
    private final Lesson lesson;
    private final Map<String, Values> values = new LinkedHashMap<>();
    private final Values allValues;
    private final LiveListener listener;
    private final Narration narration = new Narration();
    private final Diagnostician diagnostician = new Diagnostician();
    private final List<String> statements = new ArrayList<>();
    private final Set<String> prepared = new HashSet<>();

    private volatile Interpreter interpreter;
    private volatile boolean muted;
    private Pace pace;
    private int interpreters;
    private @Nullable Current current;
    private String last = "";
    private int lastMark;

    /** One interpreter's life: what was seen of it, and whether it runs something. */
    private final class Interpreter {
        final String run;
        final Sightings sightings = new Sightings();
        final Reactor reactor = new Reactor(stage.b(), facts, sightings::ring);
        private final AtomicInteger begun = new AtomicInteger();
        private volatile boolean told;
        private volatile boolean gathering;

        Interpreter(String run) {
            this.run = run;
        }

        /** An agent's event; on that agent's thread. */
        void see(Event event) {
            if (interpreter != this) {
                return;
            }
            reactor.offer(event);
            sightings.add(event);
            if (!gathering) {
                gathering = true;
                narration.later(this::gather, GATHER_MS);
            }
        }

        /** Whether it has ended. */
        boolean over() {
            return sightings.count(ProgramEvent.Exited.class) > 0;
        }

        boolean running() {
            return !over() && (begun.get() > sightings.count(Evaluated.class) || leaves());
        }

        /** Tells what was seen while nobody waits for it, once both machines have said that nothing earlier is to come. */
        private void gather() {
            gathering = false;
            if (interpreter != this || !sightings.hasUntold()) {
                return;
            }
            int mark = sightings.size();
            CompletableFuture<Void> unused = CompletableFuture.allOf(
                            stage.a().ask("state", Map.of()), stage.b().ask("state", Map.of()))
                    .whenComplete((both, error) -> narration.soon(() -> {
                        if (error != null) {
                            tellEnd(LiveListener.End.LOST);
                        } else {
                            tell(mark);
                        }
                    }));
        }

        /** On the narration's thread. */
        void tell(int mark) {
            if (interpreter != this) {
                return;
            }
            for (Event event : sightings.tell(mark)) {
                if (!muted) {
                    listener.event(event);
                }
                if (event instanceof ProgramEvent.Exited exited) {
                    tellEnd(left(exited) ? LiveListener.End.LEFT : LiveListener.End.DIED);
                }
            }
            if (!running()) {
                judge();
            }
            if (sightings.hasUntold() && !gathering) {
                gathering = true;
                narration.later(this::gather, GATHER_MS);
            }
        }

        void tellEnd(LiveListener.End end) {
            if (!told) {
                told = true;
                listener.ended(end);
            }
        }

        private boolean left(ProgramEvent.Exited exited) {
            return exited.code() != null && leaves();
        }

        /** Whether a statement has asked for the interpreter's end. */
        private boolean leaves() {
            return sightings.any(
                    event -> event instanceof Evaluated evaluated && "SystemExit".equals(evaluated.exception()));
        }
    }

    /** The step in hand. */
    private static final class Current {
        final Step.Live step;
        final Aims aims;
        final int mark;
        volatile boolean done;

        Current(Step.Live step, Aims aims, int mark, boolean done) {
            this.step = step;
            this.aims = aims;
            this.mark = mark;
            this.done = done;
        }
    }

    private LabSession(Lab lab, Lesson lesson, long seed, LiveListener listener, Pace pace) {
        this.stage = new Stage(lab);
        this.facts = lab.facts();
        this.lesson = lesson;
        this.listener = listener;
        this.pace = pace;
        Values known = Values.of(Map.of("addressA", facts.addressA(), "addressB", facts.addressB()));
        for (Step.Live step : liveSteps()) {
            known = known.drawn(step.draw(), seed, step.id());
            values.put(step.id(), known);
        }
        allValues = known;
        interpreter = new Interpreter("none");
    }

    /**
     * Starts a session: both machines are reset, and an interpreter runs on machine A.
     *
     * @param lab used by nobody else while the session is open; left to the caller afterwards
     * @param seed what the lesson's values are drawn from
     * @throws LabException if the interpreter cannot be started
     */
    public static LabSession open(Lab lab, Lesson lesson, long seed, LiveListener listener)
            throws LabException, InterruptedException {
        return open(lab, lesson, seed, listener, Pace.REAL);
    }

    static LabSession open(Lab lab, Lesson lesson, long seed, LiveListener listener, Pace pace)
            throws LabException, InterruptedException {
        LabSession session = new LabSession(lab, lesson, seed, listener, pace);
        session.start();
        return session;
    }

    private void start() throws LabException, InterruptedException {
        // What the clearing up causes goes to the interpreter that is no more, which no longer tells it.
        Interpreter fresh = new Interpreter("live" + ++interpreters);
        interpreter = fresh;
        stage.a().listen(event -> {});
        stage.b().listen(event -> {});
        stage.clear();
        statements.clear();
        prepared.clear();
        last = "";
        lastMark = 0;
        stage.a().listen(fresh::see);
        stage.b().listen(fresh::see);
        if (facts.captured()) {
            Stage.answer(stage.b().ask("capture", Capture.FRAMES.request()));
        }
        Stage.answer(stage.a().ask("console", Map.of("run", fresh.run, "limits", LIMITS)));
    }

    private List<Step.Live> liveSteps() {
        return lesson.steps().stream()
                .filter(Step.Live.class::isInstance)
                .map(Step.Live.class::cast)
                .toList();
    }

    private Values valuesOf(Step.Live step) {
        return values.getOrDefault(step.id(), allValues);
    }

    private Binding binding(Step.Live step) {
        return new Binding(valuesOf(step));
    }

    @Override
    public void enter(Step.Live step) throws LabException, InterruptedException {
        take(step, false);
        prepare(step);
        narration.now(this::judge);
    }

    /** Makes it the step in hand: its reactions are armed, and what is fresh begins. */
    private void take(Step.Live step, boolean done) {
        current = new Current(step, Aims.of(step, binding(step)), interpreter.sightings.size(), done);
        arm(step);
    }

    private void arm(Step.Live step) {
        interpreter.reactor.arm(step.reactions().stream()
                .map(reaction -> new Step.Reaction(
                        binding(step).pattern(reaction.when()),
                        pace.of(binding(step).script(reaction.then()))))
                .toList());
    }

    private void prepare(Step.Live step) throws LabException, InterruptedException {
        if (!prepared.add(step.id())) {
            return;
        }
        boolean before = muted;
        muted = before || step.hidden();
        try {
            for (String template : step.before()) {
                String statement = valuesOf(step).text(template);
                if (!muted) {
                    narration.now(() -> listener.prepares(statement));
                }
                if (run(statement) == Settled.BLOCKED) {
                    giveUp();
                }
            }
        } finally {
            muted = before;
        }
    }

    /** Runs a whole statement and waits for it. */
    private Settled run(String statement) throws LabException, InterruptedException {
        if (feed(statement) == Feed.INCOMPLETE) {
            feed(statement.stripTrailing() + "\n\n");
        }
        return settle();
    }

    private void giveUp() throws LabException, InterruptedException {
        interrupt();
        for (Settled settled = settle(); settled == Settled.BLOCKED; settled = settle()) {
            interrupt();
        }
    }

    @Override
    public void leave() {
        current = null;
        interpreter.reactor.disarm();
    }

    @Override
    public Feed feed(String source) throws LabException, InterruptedException {
        Interpreter now = interpreter;
        int mark = now.sightings.size();
        Optional<JsonNode> reply = lostIsSaid(
                () -> Stage.answerOrRefusal(stage.a().ask("feed", Map.of("run", now.run, "source", source))));
        String status = reply.map(said -> said.path("status").asText()).orElse("busy");
        if (status.equals("complete")) {
            now.begun.incrementAndGet();
            statements.add(source);
            last = source;
            lastMark = mark;
            return Feed.RUNNING;
        }
        return status.equals("incomplete") ? Feed.INCOMPLETE : Feed.BUSY;
    }

    @Override
    public Settled settle() throws LabException, InterruptedException {
        return lostIsSaid(this::await);
    }

    private Settled await() throws LabException, InterruptedException {
        Interpreter now = interpreter;
        long quiet = QUIET_MS;
        int patience = PATIENCE;
        while (!now.over()) {
            long rings = now.sightings.rings();
            if ((now.running() || now.reactor.active()) && now.sightings.awaitRing(rings, quiet)) {
                quiet = QUIET_MS;
                patience = PATIENCE;
                continue;
            }
            rings = now.sightings.rings();
            MachineStates first = stage.states();
            if (!now.running() && !now.reactor.active() && nothingWasDone(now)) {
                return told(now, Settled.IDLE);
            }
            MachineStates second = stage.states();
            if (now.running()) {
                if (stands(now, first, second) && (!onItself(second) || patience-- <= 0)) {
                    if (now.reactor.active() || !now.reactor.again()) {
                        return told(now, Settled.BLOCKED);
                    }
                    continue;
                }
            } else if (rests(now, first, second)) {
                return told(now, Settled.IDLE);
            } else {
                now.sightings.awaitRing(rings, quiet);
            }
            quiet = Math.min(quiet * 2, MAX_QUIET_MS);
        }
        return told(now, Settled.IDLE);
    }

    /** Whether neither machine has anything more to tell of the last statement. */
    private boolean rests(Interpreter now, MachineStates first, MachineStates second) {
        return (!now.reactor.active() || second.peerWaits())
                && Standstill.quiet(first, second)
                && stage.upToDate(second);
    }

    /** Whether the last statement did nothing that machine B could notice. */
    private boolean nothingWasDone(Interpreter now) {
        return now.sightings.since(lastMark).stream()
                .allMatch(event -> event instanceof Evaluated || event instanceof ProgramEvent);
    }

    private boolean stands(Interpreter now, MachineStates first, MachineStates second) {
        boolean stands = second.waits() == null
                ? first.events() == second.events() && first.peerEvents() == second.peerEvents() && entered(now)
                : Standstill.between(first, second);
        return stands && stage.upToDate(second);
    }

    /** Where this machine cannot tell what a thread does: whether the statement has begun a call that may wait. */
    private boolean entered(Interpreter now) {
        List<Event> events = now.sightings.since(lastMark);
        return !events.isEmpty() && events.get(events.size() - 1) instanceof Entered;
    }

    /** Whether the wait may be the interpreter's own, between two statements. */
    private static boolean onItself(MachineStates states) {
        List<Ending.Wait> waits = states.waits();
        return waits != null && waits.stream().allMatch(wait -> wait.call().equals("futex"));
    }

    /** Tells all that was seen: the machines have said that there is no more. */
    private Settled told(Interpreter now, Settled settled) throws InterruptedException {
        narration.now(() -> {
            now.tell(now.sightings.size());
            judge();
        });
        return settled;
    }

    /** Says once that the step in hand is done, if it is. On the narration's thread. */
    private void judge() {
        Current now = current;
        if (now != null && !muted && !now.done && holds(now)) {
            now.done = true;
            interpreter.reactor.disarm();
            listener.done(now.step);
        }
    }

    private boolean holds(Current now) {
        return now.aims.hold(timeline(), timeline(interpreter.sightings.since(now.mark)));
    }

    private interface Asking<T> {
        T ask() throws LabException, InterruptedException;
    }

    private <T> T lostIsSaid(Asking<T> asking) throws LabException, InterruptedException {
        try {
            return asking.ask();
        } catch (LabException lost) {
            Interpreter now = interpreter;
            narration.now(() -> now.tellEnd(LiveListener.End.LOST));
            throw lost;
        }
    }

    @Override
    public void interrupt() {
        Interpreter now = interpreter;
        if (now.running()) {
            CompletableFuture<JsonNode> unused = stage.a().ask("interrupt", Map.of("run", now.run));
        }
    }

    @Override
    public List<String> complete(String text) {
        try {
            return Stage.answerOrRefusal(stage.a().ask("complete", Map.of("run", interpreter.run, "text", text)))
                    .map(LabSession::candidates)
                    .orElse(List.of());
        } catch (LabException lost) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> candidates(JsonNode reply) {
        return StreamSupport.stream(reply.path("candidates").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public Timeline timeline() {
        return timeline(interpreter.sightings.since(0));
    }

    private Timeline timeline(List<Event> events) {
        return new Timeline(facts, Ending.of(Ending.How.WAITING), events);
    }

    @Override
    public List<SocketState> sockets() throws LabException, InterruptedException {
        return lostIsSaid(() -> Stage.answerOrRefusal(stage.a().ask("sockets", Map.of())))
                .map(said -> SocketState.table(said.path("sockets")))
                .orElse(List.of());
    }

    @Override
    public Optional<Diagnosis> explain() {
        Exercise.Role role = lesson.id().equals(CLIENT_LESSON) ? Exercise.Role.CLIENT : Exercise.Role.SERVER;
        List<Event> events = interpreter.sightings.since(0);
        if (lastMark >= events.size()) {
            return Optional.empty();
        }
        Timeline during = timeline(events.subList(lastMark, events.size()));
        Current now = current;
        boolean raised = during.all(Evaluated.class).anyMatch(evaluated -> evaluated.exception() != null);
        if (!raised && now != null && now.aims.wantSomeOf(during)) {
            return Optional.empty();
        }
        return diagnostician.explainStatement(last, timeline(events.subList(0, lastMark)), during, role);
    }

    @Override
    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public String text(String template) {
        Current now = current;
        return (now == null ? allValues : valuesOf(now.step)).text(template);
    }

    @Override
    public void restart(List<String> replay) throws LabException, InterruptedException {
        Current before = current;
        Pace real = pace;
        lostIsSaid(() -> {
            start();
            return Boolean.TRUE;
        });
        muted = true;
        pace = Pace.BRISK;
        Step.@Nullable Live reached;
        try {
            reached = new Replay(new Again(), upTo(before)).run(replay);
        } finally {
            muted = false;
            pace = real;
        }
        if (before == null) {
            leave();
        } else if (!before.step.equals(reached)) {
            take(before.step, before.done);
        } else if (current != null) {
            current.done = before.done;
            arm(before.step);
        }
        if (before != null) {
            prepare(before.step);
        }
        narration.now(this::judge);
    }

    private Map<String, List<String>> preparationsOf(List<Step.Live> steps) {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        steps.forEach(step -> statements.put(
                step.id(), step.before().stream().map(valuesOf(step)::text).toList()));
        return statements;
    }

    /** The steps that a replay may go through. */
    private List<Step.Live> upTo(@Nullable Current last) {
        List<Step.Live> all = liveSteps();
        return last == null ? all : all.subList(0, Math.max(1, all.indexOf(last.step) + 1));
    }

    /** What a replay does to this session. */
    private final class Again implements Replay.Performer {
        private final Preparations preparations = new Preparations(preparationsOf(liveSteps()));

        @Override
        public void take(Step.Live step) {
            LabSession.this.take(step, false);
        }

        @Override
        public boolean holds() {
            Current now = current;
            return now != null && LabSession.this.holds(now);
        }

        @Override
        public Settled run(String statement) throws LabException, InterruptedException {
            preparations.of(statement).ifPresent(prepared::add);
            return LabSession.this.run(statement);
        }

        @Override
        public boolean reactsToLast(Step.Live step) {
            List<Event> done = interpreter.sightings.since(lastMark);
            return step.reactions().stream()
                    .map(reaction -> binding(step).pattern(reaction.when()))
                    .anyMatch(when -> done.stream().anyMatch(event -> EventMatcher.matches(when, event, facts)));
        }

        @Override
        public Settled resume(Step.Live step) throws LabException, InterruptedException {
            take(step);
            interpreter.sightings.since(lastMark).forEach(interpreter.reactor::offer);
            return settle();
        }

        @Override
        public void giveUp() throws LabException, InterruptedException {
            LabSession.this.giveUp();
        }
    }

    @Override
    public void close() {
        Interpreter gone = interpreter;
        interpreter = new Interpreter("closed");
        gone.reactor.disarm();
        narration.close();
        try {
            stage.clear();
        } catch (LabException lost) {
            // Then nothing runs there any more.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
