package labo.sequence;

import labo.observe.MachineName;
import labo.observe.Packet;
import org.jspecify.annotations.Nullable;

/** One TCP connection while its packets, or the calls on it, go by. */
final class Link {
    private final MachineName opener;
    private final End a;
    private final End b;

    /** One end. */
    private static final class End {
        private TcpState state;
        /** The sequence number behind its FIN, once it sent one. */
        private @Nullable Long finished;
        /** The sequence number behind the last octet that it sent. */
        private @Nullable Long sent;

        End(TcpState state) {
            this.state = state;
        }

        void on(TcpSignal signal) {
            state = state.after(signal);
        }
    }

    Link(MachineName opener, TcpState a, TcpState b) {
        this.opener = opener;
        this.a = new End(a);
        this.b = new End(b);
    }

    MachineName opener() {
        return opener;
    }

    TcpState state(MachineName machine) {
        return end(machine).state;
    }

    boolean isOver() {
        return (a.state == TcpState.CLOSED || a.state == TcpState.TIME_WAIT)
                && (b.state == TcpState.CLOSED || b.state == TcpState.TIME_WAIT);
    }

    private End end(MachineName machine) {
        return machine == MachineName.A ? a : b;
    }

    private static MachineName other(MachineName machine) {
        return machine == MachineName.A ? MachineName.B : MachineName.A;
    }

    /** A packet goes by; returns whether all that it takes in the stream had been sent before. */
    boolean pass(Packet packet, MachineName sender) {
        End from = end(sender);
        End to = end(other(sender));
        boolean again = again(packet, from);
        if (packet.flags().contains("RST")) {
            from.on(TcpSignal.RESET);
            to.on(TcpSignal.RESET);
        } else if (packet.flags().contains("SYN")) {
            open(packet, from, to);
        } else {
            acknowledge(packet, to);
            finish(packet, from, to);
        }
        return again;
    }

    private static void open(Packet packet, End from, End to) {
        if (packet.flags().contains("ACK")) {
            from.on(TcpSignal.RECEIVE_SYN);
            to.on(TcpSignal.RECEIVE_SYN_ACK);
        } else {
            from.on(TcpSignal.SEND_SYN);
        }
    }

    private static void acknowledge(Packet packet, End to) {
        Long acknowledgement = packet.acknowledgement();
        if (acknowledgement == null) {
            return;
        }
        to.on(TcpSignal.RECEIVE_ACK_OF_SYN);
        Long finished = to.finished;
        if (finished != null && reaches(acknowledgement, finished)) {
            to.on(TcpSignal.RECEIVE_ACK_OF_FIN);
        }
    }

    private static void finish(Packet packet, End from, End to) {
        if (packet.flags().contains("FIN")) {
            from.on(TcpSignal.SEND_FIN);
            from.finished = from.sent;
            to.on(TcpSignal.RECEIVE_FIN);
        }
    }

    private static boolean again(Packet packet, End from) {
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

    /** Without packets: the connection was made. */
    void connected() {
        end(opener).on(TcpSignal.SEND_SYN);
        end(other(opener)).on(TcpSignal.RECEIVE_SYN);
        end(opener).on(TcpSignal.RECEIVE_SYN_ACK);
        end(other(opener)).on(TcpSignal.RECEIVE_ACK_OF_SYN);
    }

    /** Without packets: that machine began to connect. */
    void connecting() {
        end(opener).on(TcpSignal.SEND_SYN);
    }

    /** Without packets: that machine finished sending; the other's kernel acknowledges at once. */
    void finished(MachineName machine) {
        End from = end(machine);
        if (from.finished == null && from.state != TcpState.CLOSED) {
            from.finished = 0L;
            from.on(TcpSignal.SEND_FIN);
            end(other(machine)).on(TcpSignal.RECEIVE_FIN);
            from.on(TcpSignal.RECEIVE_ACK_OF_FIN);
        }
    }

    /** Without packets: the connection was reset, or refused. */
    void reset() {
        a.on(TcpSignal.RESET);
        b.on(TcpSignal.RESET);
    }
}
