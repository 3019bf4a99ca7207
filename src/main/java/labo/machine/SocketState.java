package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import labo.observe.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A line of a machine's socket table.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param state RFC 9293's name ({@code LISTEN}, {@code FIN-WAIT-2}); for UDP the table's own
 * @param receiveQueue octets not yet read; for a listener: connections not yet accepted
 * @param sendQueue octets not yet acknowledged
 * @param process the process that holds it, where known
 * @param fd its descriptor there, where known
 * @param held whether a program may hold it: the kernel's number of a connection that nobody has accepted is 0
 * @param command the name of that process's program, where known
 * @param backlog of a listener: how many connections may wait to be accepted, where known
 */
public record SocketState(
        String protocol,
        String state,
        Endpoint local,
        Endpoint remote,
        long receiveQueue,
        long sendQueue,
        @Nullable Integer process,
        @Nullable Integer fd,
        boolean held,
        @Nullable String command,
        @Nullable Long backlog) {
    /** States in which a segment of this side is under way, so that the other side will soon see something. */
    private static final Set<String> IN_TRANSIT =
            Set.of("SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK");

    /**
     * States in which the other side must know the connection too, or else its word is still under way. Not CLOSE-WAIT:
     * there, the other side has said its last word, and may have forgotten the connection.
     */
    private static final Set<String> PAIRED = Set.of("ESTABLISHED", "FIN-WAIT-2");

    /** A socket that a program may hold, of which neither its name nor a backlog is known. */
    public SocketState(
            String protocol,
            String state,
            Endpoint local,
            Endpoint remote,
            long receiveQueue,
            long sendQueue,
            @Nullable Integer process,
            @Nullable Integer fd) {
        this(protocol, state, local, remote, receiveQueue, sendQueue, process, fd, true, null, null);
    }

    /** The table in an agent's answer. */
    public static List<SocketState> table(JsonNode sockets) {
        return StreamSupport.stream(sockets.spliterator(), false)
                .map(SocketState::of)
                .toList();
    }

    private static SocketState of(JsonNode node) {
        return new SocketState(
                node.path("proto").asText(),
                node.path("state").asText(),
                endpoint(node.path("local")),
                endpoint(node.path("remote")),
                node.path("receiveQueue").asLong(),
                node.path("sendQueue").asLong(),
                node.hasNonNull("process") ? node.path("process").asInt() : null,
                node.hasNonNull("fd") ? node.path("fd").asInt() : null,
                node.path("inode").asLong(-1) != 0,
                node.hasNonNull("command") ? node.path("command").asText() : null,
                node.hasNonNull("backlog") ? node.path("backlog").asLong() : null);
    }

    private static Endpoint endpoint(JsonNode node) {
        return new Endpoint(node.path("host").asText(), node.path("port").asInt());
    }

    /** Whether it waits for connections. */
    public boolean listens() {
        return state.equals("LISTEN");
    }

    /**
     * Whether octets of a stream have arrived and not been read. Of datagrams this says nothing: machine B reads one only
     * when a step asks for it, and is busy then.
     */
    boolean hasUnreadStream() {
        return protocol.equals("tcp") && !listens() && receiveQueue > 0;
    }

    boolean inTransit() {
        return protocol.equals("tcp") && (sendQueue > 0 || IN_TRANSIT.contains(state));
    }

    boolean needsPartner() {
        return protocol.equals("tcp") && PAIRED.contains(state);
    }

    boolean partnerOf(SocketState other) {
        return protocol.equals(other.protocol) && local.equals(other.remote) && remote.equals(other.local);
    }

    /** Whether this listener may hold the other side of that connection, not accepted yet. */
    boolean holds(SocketState connection) {
        return listens() && receiveQueue > 0 && local.port() == connection.remote.port();
    }
}
