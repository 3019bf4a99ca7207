package labo.sequence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import labo.observe.Endpoint;
import labo.observe.Facts;
import labo.observe.MachineName;
import labo.observe.PeerEvent;
import labo.observe.tcp.TcpState;
import labo.sequence.Passage.Change;
import org.jspecify.annotations.Nullable;

/** What machine B told of its connections, in order. */
final class PeerSide {
    private final Facts facts;
    private final Links links;
    private final BiConsumer<Flow, Flow> renamed;
    private final Map<String, Flow> byName = new HashMap<>();
    private final Map<String, Endpoint> listening = new HashMap<>();

    /** @param renamed told when a connection that A began, whose end of A's was not known, is known by its ends */
    PeerSide(Facts facts, Links links, BiConsumer<Flow, Flow> renamed) {
        this.facts = facts;
        this.links = links;
        this.renamed = renamed;
    }

    /** Where B listens now. */
    Collection<Endpoint> listening() {
        return listening.values();
    }

    /**
     * What an event does to a connection; null if that is not known.
     *
     * @param listeners where A listens now
     */
    @Nullable
    Passage event(PeerEvent event, Collection<Endpoint> listeners) {
        Endpoint local = event.local();
        Endpoint remote = event.remote();
        if (event.is("listen") && local != null) {
            listening.put(event.as(), local);
            return onlyB(TcpState.CLOSED, TcpState.LISTEN);
        }
        if ((event.is("connect") || event.is("accept")) && event.succeeded() && local != null && remote != null) {
            Flow flow = new Flow(remote, local);
            byName.put(event.as(), flow);
            return facts.captured() ? links.still(flow) : opened(event, flow, listeners);
        }
        if (event.is("close") && listening.remove(event.as()) != null) {
            return onlyB(TcpState.LISTEN, TcpState.CLOSED);
        }
        Flow flow = byName.get(event.as());
        Link link = links.get(flow);
        return flow == null || link == null || facts.captured()
                ? links.still(flow)
                : Links.moved(flow, link, moved -> act(event, moved));
    }

    private static Passage onlyB(TcpState before, TcpState after) {
        return new Passage(null, null, new Change(before, after));
    }

    private Passage opened(PeerEvent event, Flow flow, Collection<Endpoint> listeners) {
        boolean byB = event.is("connect");
        if (!byB) {
            adopt(flow);
        }
        Link link = links.orBegin(
                flow,
                () -> byB
                        ? new Link(flow, MachineName.B, Links.restOf(flow.a(), listeners), TcpState.CLOSED)
                        : new Link(flow, MachineName.A, TcpState.CLOSED, TcpState.LISTEN));
        return Links.moved(flow, link, made -> made.connected(event));
    }

    /** A's side of a connection that A began was not known until B told of it. */
    private void adopt(Flow flow) {
        Flow nameless = new Flow(new Endpoint(facts.addressA(), 0), flow.b());
        if (links.rename(nameless, flow)) {
            renamed.accept(nameless, flow);
        }
    }

    private static void act(PeerEvent event, Link link) {
        switch (event.kind()) {
            case "shutdown" -> link.finished(MachineName.B, event);
            case "close" -> link.closedByB(event);
            case "end" -> link.finishKnown(event);
            case "reset" -> link.reset(event);
            default -> {}
        }
    }
}
