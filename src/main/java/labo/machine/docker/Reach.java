package labo.machine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import labo.machine.Agent;
import labo.machine.AgentRefusal;
import labo.machine.LabException;
import labo.machine.LabException.Fault;
import labo.machine.Replies;

/** Whether packets pass between the machines: behind a firewall that stops them, every right program would look wrong. */
final class Reach {
    private static final Map<String, Object> KNOCK = Map.of("step", Map.of("do", "connect", "as", "knock", "port", 9));
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private Reach() {}

    /**
     * Has machine B knock at a port of machine A's where nobody is: to be turned away takes a packet there and one back.
     *
     * @throws LabException {@code APART} if nothing comes back
     */
    static void check(Agent b) throws LabException, InterruptedException {
        // It is no part of what a program is seen to do.
        b.listen(event -> {});
        CompletableFuture<JsonNode> knock = b.ask("play", KNOCK);
        try {
            knock.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException answer) {
            if (answer.getCause() instanceof AgentRefusal refusal
                    && refusal.error().equals("refused")) {
                return;
            }
            throw new LabException(Fault.APART, String.valueOf(answer.getCause()), answer);
        } catch (TimeoutException silence) {
            throw new LabException(Fault.APART, "no packet came back within " + DEADLINE, silence);
        }
        Replies.await(b.ask("reset", Map.of()), "reset of B", DEADLINE);
    }
}
