package labo.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import labo.machine.Agent;
import labo.observe.Event;

/** An agent that answers when a test says so. */
final class FakeAgent implements Agent {
    private final List<String> asked = new ArrayList<>();
    private final List<String> played = new ArrayList<>();
    private final Queue<CompletableFuture<JsonNode>> open = new ArrayDeque<>();

    @Override
    public CompletableFuture<JsonNode> ask(String op, Map<String, ?> parameters) {
        asked.add(op);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        if (parameters.get("step") instanceof Map<?, ?> step) {
            played.add(step.get("do") + " " + step.get("as"));
            open.add(answer);
        }
        return answer;
    }

    /** The oldest step that was not answered yet is done. */
    void done() {
        open.remove().complete(JsonNodeFactory.instance.objectNode());
    }

    /** It is not. */
    void refuse(RuntimeException refusal) {
        open.remove().completeExceptionally(refusal);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    List<String> played() {
        return List.copyOf(played);
    }

    @Override
    public void listen(Consumer<Event> listener) {}

    @Override
    public long delivered() {
        return 0;
    }

    @Override
    public void close() {}
}
