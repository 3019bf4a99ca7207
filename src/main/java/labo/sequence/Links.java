package labo.sequence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import labo.observe.Endpoint;
import labo.observe.MachineName;
import labo.observe.tcp.TcpState;
import labo.sequence.Passage.Change;
import org.jspecify.annotations.Nullable;

/** The connections seen so far, and what each row does to one. */
final class Links {
    private final Map<Flow, Link> links = new LinkedHashMap<>();

    @Nullable
    Link get(@Nullable Flow flow) {
        return flow == null ? null : links.get(flow);
    }

    /** A new connection, in place of any that had these ends before. */
    Link begin(Flow flow, MachineName opener, TcpState a, TcpState b) {
        Link link = new Link(flow, opener, a, b);
        links.put(flow, link);
        return link;
    }

    /** The connection with these ends; where there is none yet, the one made so. */
    Link orBegin(Flow flow, Supplier<Link> made) {
        return links.computeIfAbsent(flow, missing -> made.get());
    }

    /** The connection is known by other ends from now on. */
    boolean rename(Flow from, Flow to) {
        Link link = links.remove(from);
        if (link != null) {
            links.put(to, link);
        }
        return link != null;
    }

    /** The newest connection with that end of B's. */
    Optional<Flow> lastTo(Endpoint end) {
        return links.keySet().stream().filter(flow -> flow.b().equals(end)).reduce((first, last) -> last);
    }

    /** The states around a row that changes none; null where the connection's beginning was not seen. */
    @Nullable
    Passage still(@Nullable Flow flow) {
        Link link = get(flow);
        return flow == null || link == null ? null : moved(flow, link, same -> {});
    }

    /** The states around a row that does that to the connection. */
    static Passage moved(Flow flow, Link link, Consumer<Link> move) {
        TcpState a = link.state(MachineName.A);
        TcpState b = link.state(MachineName.B);
        move.accept(link);
        return new Passage(flow, new Change(a, link.state(MachineName.A)), new Change(b, link.state(MachineName.B)));
    }

    /** The state of a machine's end before a connection: whether one of these listeners is there for it. */
    static TcpState restOf(Endpoint end, Collection<Endpoint> listeners) {
        boolean listens = listeners.stream()
                .anyMatch(listener -> listener.port() == end.port()
                        && (isEveryAddress(listener.host()) || listener.host().equals(end.host())));
        return listens ? TcpState.LISTEN : TcpState.CLOSED;
    }

    private static boolean isEveryAddress(String host) {
        return host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
    }
}
