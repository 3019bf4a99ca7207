package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import labo.observe.Event;
import org.jspecify.annotations.Nullable;

/** An agent that answers as a test has written, at once and in the caller's thread. */
public final class FakeAgent implements Agent {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the agent does when it is asked. */
    @FunctionalInterface
    public interface Behaviour {
        /** The answer as JSON text; null: none for now. */
        @Nullable
        String answer(String op, JsonNode parameters) throws LabException;
    }

    private final Behaviour behaviour;
    private final List<String> asked = new ArrayList<>();
    private @Nullable Consumer<Event> listener;
    private long delivered;
    private @Nullable CompletableFuture<JsonNode> unanswered;

    public FakeAgent(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public CompletableFuture<JsonNode> ask(String op, Map<String, ?> parameters) {
        asked.add(op);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        try {
            String text = behaviour.answer(op, JSON.valueToTree(parameters));
            if (text == null) {
                unanswered = answer;
            } else {
                answer.complete(read(text));
            }
        } catch (AgentRefusal | LabException refused) {
            answer.completeExceptionally(refused);
        }
        return answer;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** Tells an event. */
    public void tell(Event event) {
        delivered++;
        if (listener != null) {
            listener.accept(event);
        }
    }

    /** Ends the request that has had no answer. */
    void settle(Function<CompletableFuture<JsonNode>, Boolean> how) {
        CompletableFuture<JsonNode> last = unanswered;
        if (last == null || !how.apply(last)) {
            throw new AssertionError("nothing to answer");
        }
    }

    /** What it has been asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void listen(Consumer<Event> newListener) {
        listener = newListener;
    }

    @Override
    public long delivered() {
        return delivered;
    }

    @Override
    public void close() {}
}
