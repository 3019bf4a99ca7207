package labo.observe.tcp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.PeerEvent;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The ways of all TCP sockets of a timeline through RFC 9293's states: of both sides of each captured connection, and of
 * machine A's other sockets.
 */
public final class TcpPaths {
    /** How far the capture's clock may be from the calls'. */
    private static final double SLACK_S = 0.002;

    private final Timeline timeline;
    /** By the port that they listen on. */
    private final Map<Integer, List<Event>> listens = new HashMap<>();
    /** By the client that they let in. */
    private final Map<Endpoint, List<Call>> accepts = new HashMap<>();

    private final List<Call> connects;
    private final Set<Integer> linked = new HashSet<>();
    private final List<TcpPath> paths = new ArrayList<>();

    private TcpPaths(Timeline timeline) {
        this.timeline = timeline;
        this.connects = timeline.calls(CallKind.CONNECT);
        for (Call call : timeline.calls(CallKind.LISTEN)) {
            if (call.succeeded()) {
                listens.computeIfAbsent(CallPaths.boundPort(timeline, call.socket()), port -> new ArrayList<>())
                        .add(call);
            }
        }
        for (Call call : timeline.calls(CallKind.ACCEPT)) {
            Endpoint client = call.arguments().address();
            if (client != null) {
                accepts.computeIfAbsent(client, first -> new ArrayList<>()).add(call);
            }
        }
    }

    /** All of them: connections first, in order of their requests, machine A's side before B's; then the others. */
    public static List<TcpPath> of(Timeline timeline) {
        TcpPaths found = new TcpPaths(timeline);
        Connection.of(timeline).forEach(found::connection);
        CallPaths.of(timeline).stream()
                .filter(path -> !found.linked.contains(path.socket()))
                .forEach(found.paths::add);
        return List.copyOf(found.paths);
    }

    private void connection(Connection connection) {
        side(MachineName.A, timeline.facts().addressA(), connection);
        side(MachineName.B, timeline.facts().addressB(), connection);
    }

    private void side(MachineName machine, String address, Connection connection) {
        boolean asked = connection.server().host().equals(address);
        if (!asked && !connection.client().host().equals(address)) {
            return;
        }
        Endpoint local = asked ? connection.server() : connection.client();
        Endpoint remote = asked ? connection.client() : connection.server();
        Follower follower = new Follower(local);
        if (asked && connection.isAnswered()) {
            follower.signal(
                    TcpSignal.LISTENS,
                    listening(machine, connection).orElse(connection.packets().get(0)));
        }
        connection.packets().forEach(follower::packet);
        if (!follower.changes().isEmpty()) {
            Integer socket = machine == MachineName.A ? socketOf(connection, asked) : null;
            paths.add(new TcpPath(machine, socket, local, remote, false, follower.changes()));
        }
    }

    /** What made the server listen. */
    private Optional<Event> listening(MachineName machine, Connection connection) {
        int port = connection.server().port();
        List<? extends Event> events = machine == MachineName.A
                ? listens.getOrDefault(port, List.of())
                : timeline.peer("listen").stream()
                        .filter(PeerEvent::succeeded)
                        .filter(event -> event.local() != null && event.local().port() == port)
                        .toList();
        return events.stream()
                .filter(event -> event.time() <= connection.start() + SLACK_S)
                .map(Event.class::cast)
                .reduce((first, last) -> last);
    }

    /** The number of machine A's socket behind it, if a call tells. */
    private @Nullable Integer socketOf(Connection connection, boolean accepted) {
        Integer socket = (accepted ? acceptOf(connection) : connectOf(connection)).orElse(null);
        if (socket != null) {
            linked.add(socket);
        }
        return socket;
    }

    private Optional<Integer> acceptOf(Connection connection) {
        return accepts.getOrDefault(connection.client(), List.of()).stream()
                .filter(call -> call.end() >= connection.start())
                .min(Comparator.comparingDouble(Call::end))
                .map(call -> call.arguments().accepted());
    }

    private Optional<Integer> connectOf(Connection connection) {
        return connects.stream()
                .filter(call -> call.arguments().address() != null
                        && call.arguments().address().port()
                                == connection.server().port())
                .filter(call -> call.start() - SLACK_S <= connection.start()
                        && connection.start() <= call.end() + SLACK_S
                        && !linked.contains(call.socket()))
                .findFirst()
                .map(Call::socket);
    }
}
