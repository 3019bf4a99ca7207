package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * An agent's first answer: it is there, and speaks our protocol.
 *
 * @param traced whether machine A can show what the kernel saw
 * @param python the version of its Python
 * @param platform Python's name for its system
 */
public record Hello(boolean traced, String python, String platform) {
    private static final int PROTOCOL = 1;

    /**
     * Waits for the agent's answer.
     *
     * @param role {@code a} or {@code b}: the one the agent was started for
     * @param deadline how long to wait for it
     * @throws LabException {@code NO_START} if the agent ends, refuses, is silent or speaks another protocol
     */
    public static Hello of(Agent agent, String role, Duration deadline) throws LabException, InterruptedException {
        JsonNode reply = Replies.await(agent.ask("hello", Map.of()), "hello of " + role, deadline);
        if (reply.path("protocol").asInt() != PROTOCOL
                || !role.equals(reply.path("role").asText())) {
            throw new LabException(LabException.Fault.NO_START, "unexpected hello: " + reply);
        }
        return new Hello(
                reply.path("traced").asBoolean(),
                reply.path("python").asText(),
                reply.path("platform").asText());
    }
}
