package labo.observe.tcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.observe.Endpoint;
import labo.observe.Packet;
import labo.observe.Timeline;

/**
 * The packets of one TCP connection.
 *
 * @param client who asked for it
 * @param server who was asked
 * @param packets in order of time, the request first
 */
record Connection(Endpoint client, Endpoint server, List<Packet> packets) {
    Connection {
        packets = List.copyOf(packets);
    }

    /** All connections whose request was captured, in order. The four numbers may serve again: a new request, a new one. */
    static List<Connection> of(Timeline timeline) {
        List<List<Packet>> all = new ArrayList<>();
        Map<List<Endpoint>, List<Packet>> current = new LinkedHashMap<>();
        for (Packet packet : timeline.all(Packet.class).toList()) {
            if (!packet.protocol().equals("tcp")) {
                continue;
            }
            List<Endpoint> numbers = numbers(packet);
            List<Packet> packets = current.get(numbers);
            if (asks(packet) && (packets == null || !repeats(packet, packets.get(0)))) {
                packets = new ArrayList<>();
                current.put(numbers, packets);
                all.add(packets);
            }
            if (packets != null) {
                packets.add(packet);
            }
        }
        return all.stream()
                .map(packets ->
                        new Connection(packets.get(0).from(), packets.get(0).to(), packets))
                .toList();
    }

    /** The two ends, in an order that does not depend on who sent. */
    private static List<Endpoint> numbers(Packet packet) {
        boolean ordered = packet.from().toString().compareTo(packet.to().toString()) <= 0;
        return ordered ? List.of(packet.from(), packet.to()) : List.of(packet.to(), packet.from());
    }

    private static boolean asks(Packet packet) {
        return packet.flags().contains("SYN") && !packet.flags().contains("ACK");
    }

    private static boolean repeats(Packet packet, Packet first) {
        return packet.from().equals(first.from())
                && packet.sequence() != null
                && packet.sequence().equals(first.sequence());
    }

    double start() {
        return packets.get(0).time();
    }

    /** Whether the server answered that it will have it. */
    boolean isAnswered() {
        return packets.stream()
                .anyMatch(packet -> packet.from().equals(server)
                        && packet.flags().contains("SYN")
                        && packet.flags().contains("ACK"));
    }
}
