package labo.observe.tcp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.PeerEvent;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The ways of machine A's TCP sockets as far as calls, and what machine B told, let them be deduced: all there is for a
 * listener, and where no packets are captured.
 */
final class CallPaths {
    private static final int NO_PORT = -1;

    private final Timeline timeline;
    private final Map<Integer, Way> ways = new TreeMap<>();
    /** Where machine B's endpoints are, by their names. */
    private final Map<String, Endpoint> peers = new HashMap<>();

    /** One socket's. */
    private static final class Way {
        final Follower follower = new Follower(null);

        @Nullable
        Endpoint local;

        @Nullable
        Endpoint remote;
    }

    private CallPaths(Timeline timeline) {
        this.timeline = timeline;
    }

    /** In order of the sockets' numbers. */
    static List<TcpPath> of(Timeline timeline) {
        CallPaths found = new CallPaths(timeline);
        Source trusted = timeline.facts().traced() ? Source.KERNEL : Source.CODE;
        for (Event event : timeline.events()) {
            if (event instanceof Call call && call.source() == trusted) {
                found.call(call);
            } else if (event instanceof PeerEvent peer) {
                found.peer(peer);
            }
        }
        return found.paths();
    }

    /** The port that the socket was bound to; -1 if it was not. */
    static int boundPort(Timeline timeline, @Nullable Integer socket) {
        return timeline.calls(CallKind.BIND).stream()
                .filter(call -> call.succeeded() && call.on(socket))
                .map(call -> call.arguments().address())
                .filter(Objects::nonNull)
                .mapToInt(Endpoint::port)
                .reduce(NO_PORT, (first, last) -> last);
    }

    private List<TcpPath> paths() {
        List<TcpPath> paths = new ArrayList<>();
        ways.forEach((socket, way) -> paths.add(new TcpPath(
                MachineName.A,
                socket,
                way.local,
                way.remote,
                way.remote != null || !timeline.facts().captured(),
                way.follower.changes())));
        return paths;
    }

    private void call(Call call) {
        Integer socket = call.socket();
        if (socket == null) {
            return;
        }
        if (call.is(CallKind.SOCKET) && call.succeeded() && isStream(call)) {
            ways.put(socket, new Way());
        }
        Way way = ways.get(socket);
        if (way != null) {
            call(call, way);
        }
    }

    private static boolean isStream(Call call) {
        String type = call.arguments().type();
        return type == null || type.contains("STREAM");
    }

    private void call(Call call, Way way) {
        switch (call.callKind()) {
            case BIND -> way.local = call.succeeded() ? call.arguments().address() : way.local;
            case LISTEN -> {
                if (call.succeeded()) {
                    way.follower.signal(TcpSignal.LISTENS, call);
                }
            }
            case CONNECT -> connect(call, way);
            case ACCEPT -> accept(call, way);
            case RECV, SEND -> transfer(call, way);
            case SHUTDOWN -> {
                if (call.succeeded() && !"SHUT_RD".equals(call.arguments().how())) {
                    way.follower.signal(TcpSignal.FIN_SENT, call);
                }
            }
            case CLOSE -> close(call, way);
            case SOCKET, SETSOCKOPT -> {}
        }
    }

    private static void connect(Call call, Way way) {
        way.follower.signal(TcpSignal.SYN_SENT, call);
        way.remote = call.arguments().address();
        if (call.succeeded()) {
            way.follower.signal(TcpSignal.SYN_ACKED, call);
        } else if (!"EINPROGRESS".equals(call.errno())) {
            way.follower.signal(TcpSignal.ENDED, call);
        }
    }

    private void accept(Call call, Way listener) {
        Integer accepted = call.arguments().accepted();
        if (!call.succeeded() || accepted == null) {
            return;
        }
        Way way = new Way();
        way.local = listener.local;
        way.remote = call.arguments().address();
        listener.follower.changes().stream()
                .filter(change -> change.to() == TcpState.LISTEN)
                .findFirst()
                .ifPresent(change -> way.follower.signal(TcpSignal.LISTENS, change.cause()));
        way.follower.signal(TcpSignal.SYN_ANSWERED, call);
        way.follower.signal(TcpSignal.SYN_ACKED, call);
        ways.put(accepted, way);
    }

    private static void transfer(Call call, Way way) {
        if ("ECONNRESET".equals(call.errno()) || "EPIPE".equals(call.errno())) {
            way.follower.signal(TcpSignal.ENDED, call);
        } else if (call.endsTheStream()) {
            way.follower.signal(TcpSignal.FIN_RECEIVED, call);
        }
    }

    private static void close(Call call, Way way) {
        TcpState state = way.follower.state();
        boolean connected = state == TcpState.ESTABLISHED || state == TcpState.CLOSE_WAIT;
        if (connected) {
            way.follower.signal(TcpSignal.FIN_SENT, call);
        } else if (state == TcpState.LISTEN || state == TcpState.SYN_SENT) {
            way.follower.signal(TcpSignal.ENDED, call);
        }
    }

    /** What machine B tells of the other side. */
    private void peer(PeerEvent peer) {
        Endpoint told = peer.local();
        if (told != null) {
            peers.put(peer.as(), told);
        }
        Endpoint address = peers.get(peer.as());
        ways.values().stream()
                .filter(way -> way.remote != null && way.remote.equals(address))
                .forEach(way -> peer(peer, way.follower));
    }

    private static void peer(PeerEvent peer, Follower follower) {
        switch (peer.kind()) {
            case "end" -> follower.signal(TcpSignal.FIN_ACKED, peer);
            case "shutdown" -> follower.signal(TcpSignal.FIN_RECEIVED, peer);
            case "reset" -> follower.signal(TcpSignal.ENDED, peer);
            case "close" -> {
                // Before this side has finished, B's close may be a reset: the next call on the socket tells.
                if (follower.state() == TcpState.FIN_WAIT_2) {
                    follower.signal(TcpSignal.FIN_RECEIVED, peer);
                }
            }
            default -> {}
        }
    }
}
