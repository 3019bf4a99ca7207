package labo.observe.tcp;

import java.util.ArrayList;
import java.util.List;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.Packet;
import org.jspecify.annotations.Nullable;

/** Follows one side of a connection through its states, signal by signal. Used once. */
public final class Follower {
    private static final long SEQUENCES = 1L << 32;

    private final @Nullable Endpoint local;
    private final List<TcpChange> changes = new ArrayList<>();
    private TcpState state;
    /** What the other side must acknowledge so that it knows this side's FIN. */
    private @Nullable Long behindFin;

    /**
     * @param local this side's address; null where no packets are given
     * @param state where it stands before all that follows
     */
    public Follower(@Nullable Endpoint local, TcpState state) {
        this.local = local;
        this.state = state;
    }

    /** One that stands nowhere yet. */
    Follower(@Nullable Endpoint local) {
        this(local, TcpState.CLOSED);
    }

    List<TcpChange> changes() {
        return changes;
    }

    /** Where it stands now. */
    public TcpState state() {
        return state;
    }

    /** What moves it, and what was seen of that. */
    public void signal(TcpSignal signal, Event cause) {
        TcpState next = state.after(signal);
        if (next != state) {
            changes.add(new TcpChange(cause.time(), state, next, signal, cause));
            state = next;
        }
    }

    /** A packet of this connection, either way. */
    public void packet(Packet packet) {
        boolean sent = packet.from().equals(local);
        if (packet.flags().contains("RST")) {
            signal(TcpSignal.ENDED, packet);
        } else if (sent) {
            sent(packet);
        } else {
            received(packet);
        }
    }

    private void sent(Packet packet) {
        if (packet.flags().contains("SYN")) {
            signal(packet.flags().contains("ACK") ? TcpSignal.SYN_ANSWERED : TcpSignal.SYN_SENT, packet);
        }
        Long sequence = packet.sequence();
        if (packet.flags().contains("FIN") && sequence != null) {
            behindFin = (sequence + packet.length() + 1) % SEQUENCES;
            signal(TcpSignal.FIN_SENT, packet);
        }
    }

    private void received(Packet packet) {
        if (packet.flags().contains("ACK")) {
            signal(TcpSignal.SYN_ACKED, packet);
        }
        if (acknowledgesFin(packet)) {
            signal(TcpSignal.FIN_ACKED, packet);
        }
        if (packet.flags().contains("FIN")) {
            signal(TcpSignal.FIN_RECEIVED, packet);
        }
    }

    /** Sequence numbers wrap (RFC 9293, section 3.4): at or behind it means less than half the numbers away. */
    private boolean acknowledgesFin(Packet packet) {
        Long acknowledged = packet.acknowledgement();
        return behindFin != null
                && acknowledged != null
                && Math.floorMod(acknowledged - behindFin, SEQUENCES) < SEQUENCES / 2;
    }
}
