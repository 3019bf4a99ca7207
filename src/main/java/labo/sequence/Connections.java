package labo.sequence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Flow, Link> links = new LinkedHashMap<>();
    private final Map<Integer, Flow> bySocket = new HashMap<>();
    private final Map<String, Flow> byName = new HashMap<>();
    private final Map<Integer, Endpoint> bound = new HashMap<>();
    private final Map<Integer, Endpoint> listening = new HashMap<>();
    private final Map<String, Endpoint> peerListening = new HashMap<>();
    private final Map<Integer, Boolean> datagrams = new HashMap<>();

    Connections(Facts facts) {
        this.facts = facts;
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
            link = new Link(
                    flow,
                    sender,
                    sender == MachineName.A ? TcpState.CLOSED : restOf(flow.a(), listening),
                    sender == MachineName.B ? TcpState.CLOSED : restOf(flow.b(), peerListening));
            links.put(flow, link);
        }
        if (link == null) {
            return new Passed(null, false);
        }
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        boolean again = link.pass(packet, sender);
        return new Passed(since(flow, link, a, b), again);
    }

    private static TcpState restOf(Endpoint end, Map<?, Endpoint> listeners) {
        boolean listens = listeners.values().stream()
                .anyMatch(listener -> listener.port() == end.port()
                        && (isEveryAddress(listener.host()) || listener.host().equals(end.host())));
        return listens ? TcpState.LISTEN : TcpState.CLOSED;
    }

    private static boolean isEveryAddress(String host) {
        return host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
    }

    private static Passage since(Flow flow, Link link, TcpState a, TcpState b) {
        return new Passage(flow, new Change(a, link.state(MachineName.A)), new Change(b, link.state(MachineName.B)));
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
            Link link = links.computeIfAbsent(
                    flow, made -> new Link(flow, MachineName.B, TcpState.LISTEN, TcpState.CLOSED));
            TcpState a = link.state(MachineName.A);
            TcpState b = link.state(MachineName.B);
            link.connected(call);
            return since(flow, link, a, b);
        }
        return still(accepted);
    }

    /** The connection with that end of B's whose end of A's is the likeliest: seen before, or on the listener's port. */
    private Flow known(Endpoint client, Endpoint mine) {
        return lastTo(client).filter(flow -> flow.a().port() == mine.port()).orElse(new Flow(mine, client));
    }

    private java.util.Optional<Flow> lastTo(Endpoint end) {
        return links.keySet().stream().filter(flow -> flow.b().equals(end)).reduce((first, last) -> last);
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
            lastTo(server)
                    .filter(flow -> openerOf(flow) == MachineName.A && !bySocket.containsValue(flow))
                    .ifPresent(flow -> bySocket.put(socket, flow));
        }
        return still(socket);
    }

    private Passage connectUnseen(Call call, int socket, Endpoint server, Row.Part part) {
        Flow flow = bySocket.computeIfAbsent(socket, opened -> new Flow(new Endpoint(facts.addressA(), 0), server));
        Link link = links.computeIfAbsent(
                flow, made -> new Link(flow, MachineName.A, TcpState.CLOSED, restOf(server, peerListening)));
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        if (part == Row.Part.BEGUN) {
            link.connecting(call);
        } else if (call.succeeded()) {
            link.connected(call);
        } else {
            link.reset(call);
        }
        return since(flow, link, a, b);
    }

    private Passage close(Call call, int socket) {
        if (listening.remove(socket) != null) {
            return onlyA(TcpState.LISTEN, TcpState.CLOSED);
        }
        return finish(call, socket, false);
    }

    private Passage finish(Call call, int socket, boolean onlyReading) {
        Link link = deduced(socket);
        if (link == null || onlyReading || !call.succeeded()) {
            return still(socket);
        }
        return moved(socket, link, () -> link.finished(MachineName.A, call));
    }

    private Passage transfer(Call call, int socket, Row.Part part) {
        Link link = deduced(socket);
        if (link == null || part == Row.Part.BEGUN) {
            return still(socket);
        }
        if ("ECONNRESET".equals(call.errno()) || "EPIPE".equals(call.errno())) {
            return moved(socket, link, () -> link.reset(call));
        }
        return call.endsTheStream() ? moved(socket, link, () -> link.finished(MachineName.B, call)) : still(socket);
    }

    /** The connection of that socket, where calls must tell of it. */
    private @Nullable Link deduced(int socket) {
        Flow flow = bySocket.get(socket);
        return flow == null || facts.captured() ? null : links.get(flow);
    }

    private Passage moved(int socket, Link link, Runnable move) {
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        move.run();
        return since(Objects.requireNonNull(bySocket.get(socket)), link, a, b);
    }

    private Passage still(int socket) {
        if (listening.containsKey(socket)) {
            return onlyA(TcpState.LISTEN, TcpState.LISTEN);
        }
        Flow flow = bySocket.get(socket);
        Link link = flow == null ? null : links.get(flow);
        if (flow == null || link == null) {
            return onlyA(TcpState.CLOSED, TcpState.CLOSED);
        }
        return since(flow, link, link.state(MachineName.A), link.state(MachineName.B));
    }

    private static Passage onlyA(TcpState before, TcpState after) {
        return new Passage(null, new Change(before, after), null);
    }

    /** The program has ended: what it listened on is gone. */
    void exited() {
        listening.clear();
        bound.clear();
    }

    // --- B's side ---

    @Nullable
    Passage peer(PeerEvent event) {
        Endpoint local = event.local();
        Endpoint remote = event.remote();
        if (event.is("listen") && local != null) {
            peerListening.put(event.as(), local);
            return new Passage(null, null, new Change(TcpState.CLOSED, TcpState.LISTEN));
        }
        if ((event.is("connect") || event.is("accept")) && event.succeeded() && local != null && remote != null) {
            Flow flow = new Flow(remote, local);
            byName.put(event.as(), flow);
            return facts.captured() ? stillOn(flow) : opened(event, flow);
        }
        if (event.is("close") && peerListening.remove(event.as()) != null) {
            return new Passage(null, null, new Change(TcpState.LISTEN, TcpState.CLOSED));
        }
        Flow flow = byName.get(event.as());
        Link link = flow == null ? null : links.get(flow);
        return flow == null || link == null || facts.captured() ? stillOn(flow) : acted(event, flow, link);
    }

    private @Nullable Passage stillOn(@Nullable Flow flow) {
        Link link = flow == null ? null : links.get(flow);
        return flow == null || link == null
                ? null
                : since(flow, link, link.state(MachineName.A), link.state(MachineName.B));
    }

    private Passage opened(PeerEvent event, Flow flow) {
        boolean byB = event.is("connect");
        if (!byB) {
            adopt(flow);
        }
        Link link = links.computeIfAbsent(
                flow,
                made -> byB
                        ? new Link(flow, MachineName.B, restOf(flow.a(), listening), TcpState.CLOSED)
                        : new Link(flow, MachineName.A, TcpState.CLOSED, TcpState.LISTEN));
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        link.connected(event);
        return since(flow, link, a, b);
    }

    /** A's side of a connection that A began was not known until B told of it. */
    private void adopt(Flow flow) {
        Flow nameless = new Flow(new Endpoint(facts.addressA(), 0), flow.b());
        Link link = links.remove(nameless);
        if (link != null) {
            links.put(flow, link);
            bySocket.replaceAll((socket, known) -> known.equals(nameless) ? flow : known);
        }
    }

    private static Passage acted(PeerEvent event, Flow flow, Link link) {
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        switch (event.kind()) {
            case "shutdown" -> link.finished(MachineName.B, event);
            case "close" -> link.closedByB(event);
            case "end" -> link.finishKnown(event);
            case "reset" -> link.reset(event);
            default -> {}
        }
        return since(flow, link, a, b);
    }
}
