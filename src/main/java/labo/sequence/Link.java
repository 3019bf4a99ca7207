package labo.sequence;

import labo.observe.Event;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.tcp.Follower;
import labo.observe.tcp.TcpSignal;
import labo.observe.tcp.TcpState;
import org.jspecify.annotations.Nullable;

/** One TCP connection while its packets, or the calls on it, go by. */
final class Link {
    private final MachineName opener;
    private final End a;
    private final End b;
    private boolean made;

    /** One end. */
    private static final class End {
        private final Follower follower;
        /** The sequence number behind the last octet that it sent. */
        private @Nullable Long sent;

        End(Follower follower) {
            this.follower = follower;
        }
    }

    /**
     * @param a the state of A's end before the connection
     * @param b that of B's
     */
    Link(Flow flow, MachineName opener, TcpState a, TcpState b) {
        this.opener = opener;
        this.a = new End(new Follower(flow.a(), a));
        this.b = new End(new Follower(flow.b(), b));
    }

    MachineName opener() {
        return opener;
    }

    TcpState state(MachineName machine) {
        return end(machine).follower.state();
    }

    boolean isOver() {
        return isOver(state(MachineName.A)) && isOver(state(MachineName.B));
    }

    private static boolean isOver(TcpState state) {
        return state == TcpState.CLOSED || state == TcpState.TIME_WAIT;
    }

    private End end(MachineName machine) {
        return machine == MachineName.A ? a : b;
    }

    private static MachineName other(MachineName machine) {
        return machine == MachineName.A ? MachineName.B : MachineName.A;
    }

    /** A packet goes by. */
    void pass(Packet packet) {
        a.follower.packet(packet);
        b.follower.packet(packet);
    }

    /** Whether all that the packet takes in the stream had been sent before; asked once of each, in order. */
    boolean repeats(Packet packet, MachineName sender) {
        End from = end(sender);
        Long sequence = packet.sequence();
        int taken = packet.length()
                + (packet.flags().contains("SYN") ? 1 : 0)
                + (packet.flags().contains("FIN") ? 1 : 0);
        if (sequence == null || taken == 0) {
            return false;
        }
        long end = (sequence + taken) & 0xFFFF_FFFFL;
        Long sent = from.sent;
        if (sent != null && reaches(sent, end)) {
            return true;
        }
        from.sent = end;
        return false;
    }

    /** Whether a sequence number is at another, or behind it: they go round (RFC 9293, 3.4). */
    private static boolean reaches(long number, long other) {
        return (int) (number - other) >= 0;
    }

    /** Without packets: the connection was made. The second machine that tells so adds nothing. */
    void connected(Event told) {
        if (made) {
            return;
        }
        made = true;
        connecting(told);
        signal(other(opener), TcpSignal.SYN_ANSWERED, told);
        signal(opener, TcpSignal.SYN_ACKED, told);
        signal(other(opener), TcpSignal.SYN_ACKED, told);
    }

    /** Without packets: its opener began to connect. */
    void connecting(Event told) {
        signal(opener, TcpSignal.SYN_SENT, told);
    }

    /** Without packets: that machine finished sending, and the other's kernel heard of it. */
    void finished(MachineName machine, Event told) {
        signal(machine, TcpSignal.FIN_SENT, told);
        signal(other(machine), TcpSignal.FIN_RECEIVED, told);
        if (machine == MachineName.B) {
            signal(machine, TcpSignal.FIN_ACKED, told);
        }
    }

    /** Without packets: B saw the end of what A sends. */
    void finishKnown(Event told) {
        signal(MachineName.B, TcpSignal.FIN_RECEIVED, told);
        signal(MachineName.A, TcpSignal.FIN_ACKED, told);
    }

    /** Without packets: B closed. Before A has finished that may be a reset: A's next call tells. */
    void closedByB(Event told) {
        if (state(MachineName.A) == TcpState.FIN_WAIT_2) {
            finished(MachineName.B, told);
        } else {
            signal(MachineName.B, TcpSignal.FIN_SENT, told);
        }
    }

    /** Without packets: the connection was reset, or refused. */
    void reset(Event told) {
        signal(MachineName.A, TcpSignal.ENDED, told);
        signal(MachineName.B, TcpSignal.ENDED, told);
    }

    private void signal(MachineName machine, TcpSignal signal, Event cause) {
        end(machine).follower.signal(signal, cause);
    }
}
