package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import labo.observe.Event;

/** The program inside a machine that we talk to, in the terms of {@code grader/PROTOCOL.md}. Thread-safe. */
public interface Agent extends AutoCloseable {
    /**
     * Sends a request; the answer completes the future.
     *
     * @param op the operation
     * @param parameters its parameters: JSON-ready values
     * @return completes with the reply where {@code ok} is true; with an {@link AgentRefusal} where it is false; with a
     *     {@link LabException} ({@code LOST}) when the agent goes away first
     */
    CompletableFuture<JsonNode> ask(String op, Map<String, ?> parameters);

    /**
     * Where the agent's events go from now on, in the order in which they arrive, from one thread. Events that arrive
     * before a listener is set are kept for it.
     */
    void listen(Consumer<Event> listener);

    /** How many events have been handed to the listener since the agent started. */
    long delivered();

    /** Ends the agent, and with it all that it started. Does not throw. */
    @Override
    void close();
}
