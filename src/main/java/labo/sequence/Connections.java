package labo.sequence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.tcp.TcpState;
import labo.sequence.Passage.Change;
import org.jspecify.annotations.Nullable;

/**
 * Follows every TCP connection through the events, in order. Where packets were captured, they alone move a connection's
 * states; elsewhere what was called on either side does.
 */
final class Connections {
    private final Facts facts;
    private final Links links = new Links();
    private final PeerSide peers;
    private final Map<Integer, Flow> bySocket = new HashMap<>();
    private final Map<Integer, Endpoint> bound = new HashMap<>();
    private final Map<Integer, Endpoint> listening = new HashMap<>();
    private final Map<Integer, Boolean> datagrams = new HashMap<>();

    Connections(Facts facts) {
        this.facts = facts;
        this.peers = new PeerSide(
                facts, links, (from, to) -> bySocket.replaceAll((socket, known) -> known.equals(from) ? to : known));
    }

    /** The connection or exchange of that socket of A's, if it is known. */
    @Nullable
    Flow flowOf(@Nullable Integer socket) {
        return socket == null ? null : bySocket.get(socket);
    }

    /** The flows of A's sockets, by the agent's number for the socket. */
    Map<Integer, Flow> sockets() {
        return Map.copyOf(bySocket);
    }

    boolean isBoundByA(int port) {
        return bound.values().stream().anyMatch(address -> address.port() == port && port != 0);
    }

    /** Who opened that connection, if its opening was seen. */
    @Nullable
    MachineName openerOf(Flow flow) {
        Link link = links.get(flow);
        return link == null ? null : link.opener();
    }

    // --- Packets ---

    /** What a packet of TCP did; {@code again}: whether it repeats an earlier one. */
    record Passed(@Nullable Passage passage, boolean again) {}

    Passed pass(Packet packet, MachineName sender, Flow flow) {
        boolean opening = packet.flags().contains("SYN") && !packet.flags().contains("ACK");
        Link link = links.get(flow);
        if (opening && (link == null || link.isOver())) {
            link = links.begin(
                    flow,
                    sender,
                    sender == MachineName.A ? TcpState.CLOSED : Links.restOf(flow.a(), listening.values()),
                    sender == MachineName.B ? TcpState.CLOSED : Links.restOf(flow.b(), peers.listening()));
        }
        if (link == null) {
            return new Passed(null, false);
        }
        boolean again = link.repeats(packet, sender);
        return new Passed(Links.moved(flow, link, moved -> moved.pass(packet)), again);
    }

    // --- Calls on A ---

    @Nullable
    Passage call(Call call, Row.Part part) {
        Integer socket = call.socket();
        if (socket == null) {
            return null;
        }
        if (call.is(CallKind.SOCKET)) {
            String type = call.arguments().type();
            datagrams.put(socket, type != null && type.contains("DGRAM"));
        }
        if (datagrams.getOrDefault(socket, false)) {
            return datagram(call, socket);
        }
        return switch (call.callKind()) {
            case BIND -> bind(call, socket);
            case LISTEN -> listen(call, socket);
            case ACCEPT -> accept(call, socket, part);
            case CONNECT -> connect(call, socket, part);
            case CLOSE -> close(call, socket);
            case SHUTDOWN ->
                finish(call, socket, "SHUT_RD".equals(call.arguments().how()));
            case SEND, RECV -> transfer(call, socket, part);
            case SOCKET, SETSOCKOPT -> still(socket);
        };
    }

    private @Nullable Passage datagram(Call call, int socket) {
        Endpoint address = call.arguments().address();
        if (call.is(CallKind.BIND) && call.succeeded() && address != null) {
            bound.put(socket, address);
        }
        return null;
    }

    private Passage bind(Call call, int socket) {
        Endpoint address = call.arguments().address();
        if (call.succeeded() && address != null) {
            bound.put(socket, address);
        }
        return still(socket);
    }

    private Passage listen(Call call, int socket) {
        if (!call.succeeded() || listening.containsKey(socket)) {
            return still(socket);
        }
        listening.put(socket, bound.getOrDefault(socket, new Endpoint("", 0)));
        return onlyA(TcpState.CLOSED, TcpState.LISTEN);
    }

    private Passage accept(Call call, int socket, Row.Part part) {
        Integer accepted = call.arguments().accepted();
        Endpoint client = call.arguments().address();
        if (part == Row.Part.BEGUN || accepted == null || client == null) {
            return still(socket);
        }
        Endpoint mine = new Endpoint(
                facts.addressA(), listening.getOrDefault(socket, client).port());
        Flow flow = known(client, mine);
        bySocket.put(accepted, flow);
        if (!facts.captured()) {
            Link link = links.orBegin(flow, () -> new Link(flow, MachineName.B, TcpState.LISTEN, TcpState.CLOSED));
            return Links.moved(flow, link, made -> made.connected(call));
        }
        return still(accepted);
    }

    /** The connection with that end of B's whose end of A's is the likeliest: seen before, or on the listener's port. */
    private Flow known(Endpoint client, Endpoint mine) {
        return links.lastTo(client)
                .filter(flow -> flow.a().port() == mine.port())
                .orElse(new Flow(mine, client));
    }

    private @Nullable Passage connect(Call call, int socket, Row.Part part) {
        Endpoint server = call.arguments().address();
        if (server == null) {
            return still(socket);
        }
        return facts.captured() ? connectCaptured(socket, server, part) : connectUnseen(call, socket, server, part);
    }

    private Passage connectCaptured(int socket, Endpoint server, Row.Part part) {
        if (part != Row.Part.BEGUN && !bySocket.containsKey(socket)) {
            links.lastTo(server)
                    .filter(flow -> openerOf(flow) == MachineName.A && !bySocket.containsValue(flow))
                    .ifPresent(flow -> bySocket.put(socket, flow));
        }
        return still(socket);
    }

    private Passage connectUnseen(Call call, int socket, Endpoint server, Row.Part part) {
        Flow flow = bySocket.computeIfAbsent(socket, opened -> new Flow(new Endpoint(facts.addressA(), 0), server));
        Link link = links.orBegin(
                flow, () -> new Link(flow, MachineName.A, TcpState.CLOSED, Links.restOf(server, peers.listening())));
        return Links.moved(flow, link, moved -> {
            if (part == Row.Part.BEGUN) {
                moved.connecting(call);
            } else if (call.succeeded()) {
                moved.connected(call);
            } else {
                moved.reset(call);
            }
        });
    }

    private Passage close(Call call, int socket) {
        if (listening.remove(socket) != null) {
            return onlyA(TcpState.LISTEN, TcpState.CLOSED);
        }
        return finish(call, socket, false);
    }

    private Passage finish(Call call, int socket, boolean onlyReading) {
        return onlyReading || !call.succeeded()
                ? still(socket)
                : deduced(socket, link -> link.finished(MachineName.A, call));
    }

    private Passage transfer(Call call, int socket, Row.Part part) {
        if (part == Row.Part.BEGUN) {
            return still(socket);
        }
        if ("ECONNRESET".equals(call.errno()) || "EPIPE".equals(call.errno())) {
            return deduced(socket, link -> link.reset(call));
        }
        return call.endsTheStream() ? deduced(socket, link -> link.finished(MachineName.B, call)) : still(socket);
    }

    /** That is done to the socket's connection where no packets tell of it. */
    private Passage deduced(int socket, Consumer<Link> move) {
        Flow flow = bySocket.get(socket);
        Link link = links.get(flow);
        return flow == null || link == null || facts.captured() ? still(socket) : Links.moved(flow, link, move);
    }

    private Passage still(int socket) {
        if (listening.containsKey(socket)) {
            return onlyA(TcpState.LISTEN, TcpState.LISTEN);
        }
        Passage known = links.still(bySocket.get(socket));
        return known == null ? onlyA(TcpState.CLOSED, TcpState.CLOSED) : known;
    }

    private static Passage onlyA(TcpState before, TcpState after) {
        return new Passage(null, new Change(before, after), null);
    }

    /** The program has ended: what it listened on is gone. */
    void exited() {
        listening.clear();
        bound.clear();
    }

    /** What machine B told; null if it is of no known connection. */
    @Nullable
    Passage peer(PeerEvent event) {
        return peers.event(event, listening.values());
    }
}
