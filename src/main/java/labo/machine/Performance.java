package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import labo.lesson.ScriptStep;
import labo.observe.Ending;
import labo.observe.Ending.How;
import labo.observe.ProgramEvent;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Plays one scenario on a lab: machine A runs the program, machine B its script, and all that is seen is recorded.
 * Used once. It waits for events; while none comes it asks both machines whether anything can still happen.
 */
public final class Performance {
    /** How long nothing may be heard before the machines are asked what they wait for. */
    private static final long QUIET_MS = 12;

    /** The same where rest is what is waited for: it is known by state, so that to ask early is only to ask once more. */
    private static final long REST_QUIET_MS = 3;

    /** Longest pause between two questions. */
    private static final long MAX_QUIET_MS = 200;

    /** How long an agent may take for what it does at once: reached only when a machine is lost. */
    private static final long ANSWER_S = 30;

    /** How much longer than the program's own limit the lab waits before it gives the machine up. */
    private static final long GRACE_MS = 15_000;

    /** How long to wait for machine B's last words; reached only where its script leaves octets unread. */
    private static final long LAST_WORDS_MS = 2_000;

    /** How long a program that never comes to rest (one that looks again and again) is waited for at {@code idle}. */
    private static final long REST_MS = 2_000;

    private final Lab lab;
    private final Program program;
    private final EventTest test;
    private final Capture capture;
    private final Recording recording = new Recording();
    private final LongSupplier nanoTime;
    private final long deadline;
    private @Nullable String run;
    private int runs;
    private int heardBefore;
    private @Nullable Ending ending;

    private Performance(Lab lab, Program program, EventTest test, Capture capture, LongSupplier nanoTime) {
        this.lab = lab;
        this.program = program;
        this.test = test;
        this.capture = capture;
        this.nanoTime = nanoTime;
        this.deadline = inMs(program.limits().wallMs() + GRACE_MS);
    }

    /**
     * Plays the script.
     *
     * @param script steps in which no {@code ${name}} is left; the program is started by {@link ScriptStep.Start}, or
     *     first of all
     * @param capture what is kept of packets, where they are captured
     * @return all that was observed
     * @throws LabException if a machine was lost, or this machine's clock was set: nothing can be said of the program then
     */
    public static Timeline play(Lab lab, Program program, List<ScriptStep> script, EventTest test, Capture capture)
            throws LabException, InterruptedException {
        return play(lab, program, script, test, capture, System::nanoTime, Performance::wallNanos);
    }

    /** The same, by other clocks: one that nobody can set, and the one that events are stamped by. */
    static Timeline play(
            Lab lab,
            Program program,
            List<ScriptStep> script,
            EventTest test,
            Capture capture,
            LongSupplier nanoTime,
            LongSupplier wallNanos)
            throws LabException, InterruptedException {
        ClockWatch watch = new ClockWatch(wallNanos, nanoTime);
        Timeline timeline = new Performance(lab, program, test, capture, nanoTime).play(script);
        if (watch.wasSet()) {
            throw new LabException(LabException.Fault.CLOCK, "the clock was set meanwhile");
        }
        return timeline;
    }

    private static long wallNanos() {
        Instant now = Clock.systemUTC().instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    private long inMs(long ms) {
        return nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    private boolean isPast(long moment) {
        return nanoTime.getAsLong() - moment > 0;
    }

    private Timeline play(List<ScriptStep> script) throws LabException, InterruptedException {
        clear();
        startCapture();
        if (script.stream().noneMatch(ScriptStep.Start.class::isInstance)) {
            startProgram();
        }
        boolean played = playSteps(script);
        Ending how = settle(played);
        // What is read off the source may come as late as the exit, and owes nothing to what happens.
        recording.only(event -> event instanceof ProgramEvent.Exited || event instanceof Scan);
        stopProgram();
        stopCapture();
        return new Timeline(lab.facts(), how, Aftermath.removed(recording.all()));
    }

    private void clear() throws LabException, InterruptedException {
        var a = lab.a().ask("reset", Map.of());
        answer(lab.b().ask("reset", Map.of()));
        answer(a);
        lab.a().listen(recording);
        lab.b().listen(recording);
    }

    private void startCapture() throws LabException, InterruptedException {
        if (lab.facts().captured()) {
            answer(lab.b().ask("capture", capture.request()));
        }
    }

    private void stopCapture() throws LabException, InterruptedException {
        // One after the other, without waiting for each: an agent does such things in the order in which it is asked.
        List<CompletableFuture<JsonNode>> replies = new ArrayList<>();
        replies.add(lab.b().ask("cancel", Map.of()));
        if (lab.facts().captured()) {
            replies.add(lab.b().ask("capture", Map.of("on", false)));
        }
        replies.add(lab.b().ask("reset", Map.of()));
        for (CompletableFuture<JsonNode> reply : replies) {
            answer(reply);
        }
    }

    private void startProgram() throws LabException, InterruptedException {
        runs++;
        heardBefore = recording.size();
        String name = "r" + runs;
        run = name;
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("run", name);
        parameters.put("main", program.main());
        parameters.put(
                "files",
                program.files().entrySet().stream()
                        .map(file -> Map.of(
                                "name", file.getKey(), "data", file.getValue().toBase64()))
                        .toList());
        parameters.put("arguments", program.arguments());
        if (program.stdin() != null) {
            parameters.put("stdin", program.stdin().toBase64());
        }
        parameters.put("limits", program.limits().byName());
        answer(lab.a().ask("run", parameters));
    }

    private void stopProgram() throws LabException, InterruptedException {
        if (run != null) {
            answer(lab.a().ask("stop", Map.of("run", run)));
        }
    }

    /** Whether all steps were played; if not, machine B could not go on, or nothing could. */
    private boolean playSteps(List<ScriptStep> script) throws LabException, InterruptedException {
        for (ScriptStep step : script) {
            if (!playStep(step)) {
                return false;
            }
        }
        return true;
    }

    private boolean playStep(ScriptStep step) throws LabException, InterruptedException {
        if (step instanceof ScriptStep.Start) {
            startProgram();
            return true;
        }
        if (step instanceof ScriptStep.Stop) {
            stopProgram();
            return true;
        }
        if (step instanceof ScriptStep.Restart) {
            stopProgram();
            startProgram();
            return true;
        }
        if (step instanceof ScriptStep.Await await) {
            return waitFor(() -> hasHappened(await), false, QUIET_MS);
        }
        if (step instanceof ScriptStep.AwaitIdle) {
            return waitForRest();
        }
        if (step instanceof ScriptStep.AwaitExit) {
            return waitFor(this::exited, false, QUIET_MS);
        }
        return playOnB(PlayStep.of(step).orElseThrow());
    }

    private boolean hasHappened(ScriptStep.Await await) {
        return recording.any(heardBefore, event -> test.matches(await.pattern(), event, lab.facts()));
    }

    private boolean waitForRest() throws LabException, InterruptedException {
        long patience = inMs(REST_MS);
        if (waitFor(() -> isPast(patience), true, REST_QUIET_MS)) {
            return true;
        }
        boolean rests = ending != null && ending.is(How.STUCK);
        ending = rests ? null : ending;
        return rests;
    }

    private boolean playOnB(Map<String, Object> step) throws LabException, InterruptedException {
        CompletableFuture<JsonNode> done = lab.b().ask("play", Map.of("step", step));
        // The bell rings once the future is done: whoever it wakes looks at the future itself, not at what hangs on it.
        CompletableFuture<JsonNode> ringing = done.whenComplete((reply, error) -> recording.ring());
        if (!waitFor(done::isDone, false, QUIET_MS)) {
            return false;
        }
        try {
            ringing.get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AgentRefusal refusal
                    && !refusal.error().equals("usage")) {
                return false;
            }
            throw lost(failed.getCause());
        }
    }

    /** Whether the program that runs now has ended, and all it did has been seen. */
    private boolean exited() {
        return recording.count(ProgramEvent.Exited.class) >= runs;
    }

    /**
     * Waits until it is so, or nothing can happen any more, or the time is up; the latter two set the ending.
     *
     * @param idleIsEnough whether a program that only looks now and then for a client has nothing more to do either
     * @param firstQuiet how many milliseconds nothing may be heard before the machines are asked
     * @return whether it is so
     */
    private boolean waitFor(BooleanSupplier condition, boolean idleIsEnough, long firstQuiet)
            throws LabException, InterruptedException {
        long quiet = firstQuiet;
        while (ending == null) {
            long rings = recording.rings();
            if (condition.getAsBoolean()) {
                return true;
            }
            boolean heard = recording.awaitRing(rings, quiet);
            quiet = heard ? firstQuiet : Math.min(quiet * 2, MAX_QUIET_MS);
            Ending reached = heard ? deadlineReached() : endingReached(idleIsEnough);
            ending = condition.getAsBoolean() ? null : reached;
        }
        return false;
    }

    /** Lets the program come to its end, once machine B has done what it could. */
    private Ending settle(boolean played) throws LabException, InterruptedException {
        if (waitFor(this::exited, true, QUIET_MS) || exited() || ending == null) {
            hearLastWords();
            return Ending.of(How.EXITED);
        }
        return played && ending.is(How.STUCK) ? new Ending(How.WAITING, ending.waits()) : ending;
    }

    private @Nullable Ending endingReached(boolean idleIsEnough) throws LabException, InterruptedException {
        JsonNode glance = answer(lab.a().ask("state", Map.of("brief", true)));
        if (glance.path("running").asBoolean()) {
            return deadlineReached();
        }
        MachineStates first = MachineStates.of(glance, state(lab.b()));
        MachineStates second = states();
        boolean still = Standstill.between(first, second) || (idleIsEnough && Standstill.idle(first, second));
        if (still && upToDate(second)) {
            List<Ending.Wait> waits = second.waits();
            return new Ending(How.STUCK, waits == null ? List.of() : waits);
        }
        return deadlineReached();
    }

    private @Nullable Ending deadlineReached() {
        return isPast(deadline) ? Ending.of(How.DEADLINE) : null;
    }

    /**
     * Waits until machine B has told all that the ended program did: the news of its end may have overtaken its last
     * octets, and a slow machine must not change the verdict.
     */
    private void hearLastWords() throws LabException, InterruptedException {
        long patience = inMs(LAST_WORDS_MS);
        for (long rings = recording.rings(); !allIsSaid() && !isPast(patience); rings = recording.rings()) {
            recording.awaitRing(rings, QUIET_MS);
        }
    }

    private boolean allIsSaid() throws LabException, InterruptedException {
        MachineStates first = states();
        MachineStates second = states();
        return Standstill.between(first, second) && upToDate(second);
    }

    /** Whether all that the machines had seen by then has reached us: else the picture is older than the news. */
    private boolean upToDate(MachineStates states) {
        return lab.a().delivered() == states.events() && lab.b().delivered() == states.peerEvents();
    }

    private MachineStates states() throws LabException, InterruptedException {
        return MachineStates.of(state(lab.a()), state(lab.b()));
    }

    private static JsonNode state(Agent agent) throws LabException, InterruptedException {
        return answer(agent.ask("state", Map.of()));
    }

    private static JsonNode answer(CompletableFuture<JsonNode> reply) throws LabException, InterruptedException {
        try {
            return reply.get(ANSWER_S, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw lost(failed.getCause());
        } catch (TimeoutException late) {
            throw new LabException(LabException.Fault.LOST, "an agent does not answer", late);
        }
    }

    private static LabException lost(@Nullable Throwable cause) {
        if (cause instanceof LabException lab) {
            return lab;
        }
        return new LabException(
                LabException.Fault.LOST, String.valueOf(cause), cause == null ? new IllegalStateException() : cause);
    }
}
