package labo.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import labo.observe.Event;
import org.jspecify.annotations.Nullable;

/**
 * An agent at the other end of two streams of JSON lines, however it was started. Futures complete, and the listener is
 * called, on one thread of this agent's: what they do next must not block. An answer never overtakes an event that
 * the agent sent before it. Nothing here waits for the agent but {@link #close()}, and that for a limited time.
 */
public final class JsonAgent implements Agent {
    /** The longest line that the protocol allows. */
    static final int LONGEST_LINE = 4 << 20;

    private static final byte[] END = {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Duration farewell;
    private final Runnable onClose;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong ignored = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object delivery = new Object();
    private final Queue<Event> kept = new ArrayDeque<>();
    private final Thread reader;
    private @Nullable Consumer<Event> listener;
    private final AtomicReference<@Nullable LabException> lost = new AtomicReference<>();

    /**
     * Starts to read and write at once.
     *
     * @param name for messages and thread names: {@code A}, {@code B}
     * @param fromAgent the agent's stdout
     * @param toAgent the agent's stdin; closed to end the agent
     * @param farewell how long {@link #close()} lets the agent end by itself, after the end of its stdin
     * @param onClose run once by {@link #close()} after that: ends and removes what is left
     */
    public JsonAgent(String name, InputStream fromAgent, OutputStream toAgent, Duration farewell, Runnable onClose) {
        this.name = name;
        this.farewell = farewell;
        this.onClose = onClose;
        reader = daemon("reader", () -> readAll(fromAgent));
        Thread writer = daemon("writer", () -> writeAll(toAgent));
        reader.start();
        writer.start();
    }

    private Thread daemon(String role, Runnable task) {
        Thread thread = new Thread(task, "labo-agent-" + name + "-" + role);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompletableFuture<JsonNode> ask(String op, Map<String, ?> parameters) {
        long id = ids.incrementAndGet();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("op", op);
        request.putAll(parameters);
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        outgoing.add(line(request));
        // The reader may have ended between the two: it fails only the futures that it finds.
        LabException gone = lost.get();
        if (gone != null && pending.remove(id) != null) {
            answer.completeExceptionally(gone);
        }
        return answer;
    }

    private static byte[] line(Map<String, Object> request) {
        try {
            byte[] json = JSON.writeValueAsBytes(request);
            byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("parameters that are no JSON", e);
        }
    }

    @Override
    public void listen(Consumer<Event> newListener) {
        synchronized (delivery) {
            listener = newListener;
            for (Event event = kept.poll(); event != null; event = kept.poll()) {
                hand(event, newListener);
            }
        }
    }

    @Override
    public long delivered() {
        return delivered.get();
    }

    /** How many messages could not be read: unknown kinds, malformed events, lines that are not JSON. */
    public long ignored() {
        return ignored.get();
    }

    private void writeAll(OutputStream toAgent) {
        try (toAgent) {
            for (byte[] line = outgoing.take(); line != END; line = outgoing.take()) {
                toAgent.write(line);
                toAgent.flush();
            }
        } catch (IOException e) {
            lose("cannot write to agent " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(InputStream fromAgent) {
        String reason = "agent " + name + " has ended";
        Throwable cause = null;
        try (fromAgent) {
            JsonLines lines = new JsonLines(fromAgent, LONGEST_LINE);
            for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
                receive(line);
            }
        } catch (IOException | RuntimeException e) {
            // A listener's fault ends the conversation too: a timeline with a hole would be judged as if it had none.
            reason = "cannot read from agent " + name;
            cause = e;
        }
        lose(reason, cause);
    }

    private void lose(String reason, @Nullable Throwable cause) {
        LabException first = new LabException(LabException.Fault.LOST, reason);
        if (cause != null) {
            first.initCause(cause);
        }
        lost.compareAndSet(null, first);
        LabException gone = lost.get();
        outgoing.add(END);
        for (Long id : List.copyOf(pending.keySet())) {
            CompletableFuture<JsonNode> answer = pending.remove(id);
            if (answer != null && gone != null) {
                answer.completeExceptionally(gone);
            }
        }
    }

    private void receive(byte[] line) {
        JsonNode message = parse(line);
        if (message.has("event")) {
            deliver(EventDecoder.decode(message.path("event")));
        } else if (message.path("id").isIntegralNumber()) {
            answer(message);
        } else {
            ignored.incrementAndGet();
        }
    }

    private static JsonNode parse(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    private void answer(JsonNode reply) {
        CompletableFuture<JsonNode> answer = pending.remove(reply.path("id").longValue());
        if (answer == null) {
            ignored.incrementAndGet();
        } else if (reply.path("ok").asBoolean(false)) {
            answer.complete(reply);
        } else {
            answer.completeExceptionally(new AgentRefusal(
                    reply.path("error").asText("failed"), reply.path("message").asText("")));
        }
    }

    private void deliver(Optional<Event> event) {
        synchronized (delivery) {
            if (event.isEmpty()) {
                ignored.incrementAndGet();
                // The agent counted it: so must the reader, or it would wait for it for ever.
                delivered.incrementAndGet();
            } else if (listener == null) {
                kept.add(event.get());
            } else {
                hand(event.get(), listener);
            }
        }
    }

    private void hand(Event event, Consumer<Event> to) {
        to.accept(event);
        delivered.incrementAndGet();
    }

    /**
     * Lets go of the agent at once: it sees the end of its stdin, and whoever asks it anything is told that it is lost.
     * {@link #close()} is still due.
     */
    public void abandon() {
        lose("agent " + name + " was closed", null);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        outgoing.add(END);
        boolean interrupted = false;
        try {
            if (Thread.currentThread() != reader && !farewell.isZero()) {
                reader.join(farewell.toMillis());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        onClose.run();
        abandon();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
