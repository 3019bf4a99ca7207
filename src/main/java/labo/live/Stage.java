package labo.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import labo.machine.Agent;
import labo.machine.AgentRefusal;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.MachineStates;
import org.jspecify.annotations.Nullable;

/** Asks the two machines, and waits for what they answer at once. */
final class Stage {
    /** How long an agent may take for what it does at once: reached only when a machine is lost. */
    private static final long ANSWER_S = 30;

    private final Lab lab;

    Stage(Lab lab) {
        this.lab = lab;
    }

    /** What both machines are doing; all that they had sent before has been delivered. */
    MachineStates states() throws LabException, InterruptedException {
        CompletableFuture<JsonNode> a = lab.a().ask("state", Map.of());
        JsonNode b = answer(lab.b().ask("state", Map.of()));
        return MachineStates.of(answer(a), b);
    }

    /** Whether all that the machines had seen by then has reached us: else the picture is older than the news. */
    boolean upToDate(MachineStates states) {
        return lab.a().delivered() == states.events() && lab.b().delivered() == states.peerEvents();
    }

    /** Nothing that ran on either machine is left. */
    void clear() throws LabException, InterruptedException {
        CompletableFuture<JsonNode> a = lab.a().ask("reset", Map.of());
        answer(lab.b().ask("reset", Map.of()));
        answer(a);
    }

    Agent a() {
        return lab.a();
    }

    Agent b() {
        return lab.b();
    }

    /** Waits for the answer. A refusal is the lab's fault here: what is asked for is what an agent can always do. */
    static JsonNode answer(CompletableFuture<JsonNode> reply) throws LabException, InterruptedException {
        try {
            return reply.get(ANSWER_S, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw lost(failed.getCause());
        } catch (TimeoutException late) {
            throw new LabException(LabException.Fault.LOST, "an agent does not answer", late);
        }
    }

    /** Waits for the answer; empty if the agent refuses. */
    static Optional<JsonNode> answerOrRefusal(CompletableFuture<JsonNode> reply)
            throws LabException, InterruptedException {
        try {
            return Optional.of(answer(reply));
        } catch (LabException failed) {
            if (failed.getCause() instanceof AgentRefusal) {
                return Optional.empty();
            }
            throw failed;
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
