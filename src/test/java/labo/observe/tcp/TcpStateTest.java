package labo.observe.tcp;

import static labo.observe.tcp.TcpSignal.ENDED;
import static labo.observe.tcp.TcpSignal.FIN_ACKED;
import static labo.observe.tcp.TcpSignal.FIN_RECEIVED;
import static labo.observe.tcp.TcpSignal.FIN_SENT;
import static labo.observe.tcp.TcpSignal.LISTENS;
import static labo.observe.tcp.TcpSignal.SYN_ACKED;
import static labo.observe.tcp.TcpSignal.SYN_ANSWERED;
import static labo.observe.tcp.TcpSignal.SYN_SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 9293, figure 5. */
class TcpStateTest {
    private static List<String> path(TcpSignal... signals) {
        List<String> path = new ArrayList<>();
        TcpState state = TcpState.CLOSED;
        for (TcpSignal signal : signals) {
            state = state.after(signal);
            path.add(state.term());
        }
        return path;
    }

    @Test
    void whoOpensAndClosesFirst() {
        assertThat(path(SYN_SENT, SYN_ACKED, FIN_SENT, FIN_ACKED, FIN_RECEIVED))
                .containsExactly("SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
    }

    @Test
    void whoListensAndClosesLast() {
        assertThat(path(LISTENS, SYN_ANSWERED, SYN_ACKED, FIN_RECEIVED, FIN_SENT, FIN_ACKED))
                .containsExactly("LISTEN", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
    }

    @Test
    void bothCloseAtOnce() {
        assertThat(path(SYN_SENT, SYN_ACKED, FIN_SENT, FIN_RECEIVED, FIN_ACKED))
                .endsWith("FIN-WAIT-1", "CLOSING", "TIME-WAIT");
    }

    @Test
    void aResetEndsIt() {
        assertThat(path(SYN_SENT, ENDED)).endsWith("CLOSED");
    }

    @Test
    void whatSaysNothingChangesNothing() {
        assertThat(path(SYN_ACKED, FIN_RECEIVED, FIN_SENT)).containsOnly("CLOSED");
    }
}
