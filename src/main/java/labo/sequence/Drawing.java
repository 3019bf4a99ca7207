package labo.sequence;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Endpoint;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one diagram. Used once. */
final class Drawing {
    private final Timeline timeline;
    private final Connections connections;
    private final Datagrams datagrams;
    private final Wakes wakes;
    private final List<Row> rows = new ArrayList<>();
    private final double start;

    Drawing(Timeline timeline) {
        this.timeline = timeline;
        this.connections = new Connections(timeline.facts());
        this.datagrams = new Datagrams(timeline);
        this.wakes = new Wakes(timeline.facts().captured());
        this.start = timeline.start();
    }

    Diagram diagram() {
        for (Moment moment : Moments.of(timeline)) {
            rows.add(row(moment, rows.size() + 1));
        }
        return new Diagram(timeline.facts(), timeline.ending(), rows, connections.sockets());
    }

    private Row row(Moment moment, int number) {
        double at = moment.time() - start;
        if (moment instanceof Moment.OfCall call) {
            return call(call, number, at);
        }
        Event event = ((Moment.OfEvent) moment).event();
        if (event instanceof Packet packet) {
            return sent(packet, number, at);
        }
        if (event instanceof PeerEvent peer) {
            wakes.peer(number, peer);
            return new Row.Acted(number, at, connections.peer(peer), peer);
        }
        if (event instanceof Entered entered) {
            return new Row.Hanging(number, at, null, entered);
        }
        if (event instanceof ProgramEvent.Exited) {
            connections.exited();
        }
        return new Row.Ran(number, at, event);
    }

    private Row call(Moment.OfCall moment, int number, double at) {
        Passage passage = connections.call(moment.call(), moment.part());
        Integer woken = moment.part() == Row.Part.ENDED ? wokeUp(moment) : null;
        return new Row.Called(number, at, passage, moment.call(), moment.part(), woken);
    }

    private @Nullable Integer wokeUp(Moment.OfCall moment) {
        Integer accepted = moment.call().arguments().accepted();
        Flow flow =
                connections.flowOf(accepted != null ? accepted : moment.call().socket());
        return wakes.wokeUp(moment, flow);
    }

    private Row sent(Packet packet, int number, double at) {
        MachineName sender = senderOf(packet);
        Flow flow =
                sender == MachineName.A ? new Flow(packet.from(), packet.to()) : new Flow(packet.to(), packet.from());
        wakes.packet(number, packet, sender, flow);
        return switch (packet.protocol()) {
            case "tcp" -> {
                Connections.Passed passed = connections.pass(packet, sender, flow);
                yield new Row.Sent(
                        number,
                        at,
                        passed.passage(),
                        packet,
                        sender,
                        flow,
                        connections.openerOf(flow),
                        passed.again(),
                        false);
            }
            case "udp" -> datagram(packet, sender, flow, number, at);
            default -> new Row.Sent(number, at, null, packet, sender, flow, null, false, false);
        };
    }

    private Row datagram(Packet packet, MachineName sender, Flow flow, int number, double at) {
        MachineName opener = datagrams.openerOf(flow, sender);
        boolean chosen =
                opener == MachineName.A && connections.isBoundByA(flow.a().port());
        boolean again = datagrams.again(packet, sender, flow);
        return new Row.Sent(
                number, at, null, packet, sender, flow, chosen ? null : opener, again, datagrams.isLost(packet));
    }

    private MachineName senderOf(Packet packet) {
        Endpoint from = packet.from();
        boolean toB = packet.to().host().equals(timeline.facts().addressB());
        return from.host().equals(timeline.facts().addressA()) || toB ? MachineName.A : MachineName.B;
    }
}
