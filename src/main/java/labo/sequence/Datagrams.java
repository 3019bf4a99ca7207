package labo.sequence;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.observe.MachineName;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** What is known of datagrams: who began an exchange, which were sent again, which were lost. */
final class Datagrams {
    private final Set<Packet> lost = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Flow, MachineName> openers = new HashMap<>();
    private final Map<Flow, Packet> last = new HashMap<>();
    private final Map<Flow, MachineName> lastSender = new HashMap<>();

    Datagrams(Timeline timeline) {
        List<Packet> packets = timeline.all(Packet.class)
                .filter(packet -> packet.protocol().equals("udp"))
                .toList();
        timeline.peer("lost").forEach(event -> lose(event, packets));
    }

    /** A datagram that B treats as lost did arrive: it is the last one with these octets from there. */
    private void lose(PeerEvent event, List<Packet> packets) {
        for (int i = packets.size() - 1; i >= 0; i--) {
            Packet packet = packets.get(i);
            boolean earlier = packet.time() <= event.time();
            if (earlier && packet.from().equals(event.remote()) && carries(packet, event.data()) && lost.add(packet)) {
                return;
            }
        }
    }

    private static boolean carries(Packet packet, @Nullable Octets data) {
        return data == null ? packet.data().isEmpty() : data.startsWith(packet.data());
    }

    boolean isLost(Packet packet) {
        return lost.contains(packet);
    }

    MachineName openerOf(Flow flow, MachineName sender) {
        return openers.computeIfAbsent(flow, began -> sender);
    }

    /** Notes a datagram; returns whether its sender sent the same one before, and had no answer since. */
    boolean again(Packet packet, MachineName sender, Flow flow) {
        Packet before = last.put(flow, packet);
        MachineName from = lastSender.put(flow, sender);
        return before != null
                && sender == from
                && before.length() == packet.length()
                && before.data().equals(packet.data());
    }
}
