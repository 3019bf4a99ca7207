package labo.sequence;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Call;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import org.jspecify.annotations.Nullable;

/** Remembers what came in for A, to say which of it ended a wait. */
final class Wakes {
    private final boolean captured;
    private final List<Arrival> arrivals = new ArrayList<>();

    private record Arrival(
            int number, double time, @Nullable Flow flow, Packet packet) {}

    private final List<Told> told = new ArrayList<>();

    private record Told(int number, double time, PeerEvent event) {}

    Wakes(boolean captured) {
        this.captured = captured;
    }

    void packet(int number, Packet packet, MachineName sender, Flow flow) {
        if (sender == MachineName.B) {
            arrivals.add(new Arrival(number, packet.time(), flow, packet));
        }
    }

    void peer(int number, PeerEvent event) {
        if (!captured) {
            told.add(new Told(number, event.time(), event));
        }
    }

    /** The row that ended the wait of that call; null if none is known to have. */
    @Nullable
    Integer wokeUp(Moment.OfCall ended, @Nullable Flow flow) {
        return captured ? byPacket(ended, flow) : byPeer(ended);
    }

    private @Nullable Integer byPacket(Moment.OfCall ended, @Nullable Flow flow) {
        for (int i = arrivals.size() - 1; i >= 0 && arrivals.get(i).time() >= ended.begun(); i--) {
            Arrival arrival = arrivals.get(i);
            boolean same = flow == null || flow.equals(arrival.flow());
            if (same && arrival.time() <= ended.time() && ends(ended.call(), arrival.packet())) {
                return arrival.number();
            }
        }
        return null;
    }

    private static boolean ends(Call call, Packet packet) {
        boolean opening = packet.flags().contains("SYN");
        boolean reset = packet.flags().contains("RST") || packet.protocol().equals("icmp");
        return switch (call.callKind()) {
            case ACCEPT -> packet.flags().contains("ACK") && !opening && !reset && packet.length() == 0;
            case CONNECT -> reset || opening;
            case RECV -> reset || packet.length() > 0 || packet.flags().contains("FIN");
            default -> reset || packet.flags().contains("ACK");
        };
    }

    private @Nullable Integer byPeer(Moment.OfCall ended) {
        for (int i = told.size() - 1; i >= 0 && told.get(i).time() >= ended.begun(); i--) {
            Told told = this.told.get(i);
            if (told.time() <= ended.time() && ends(ended.call(), told.event().kind())) {
                return told.number();
            }
        }
        return null;
    }

    private static boolean ends(Call call, String kind) {
        return switch (call.callKind()) {
            case ACCEPT -> kind.equals("connect");
            case CONNECT -> kind.equals("accept");
            case RECV ->
                switch (kind) {
                    case "send", "sendto", "shutdown", "close" -> true;
                    default -> false;
                };
            default -> kind.equals("receive");
        };
    }
}
