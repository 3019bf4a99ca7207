package labo.sequence;

import static labo.sequence.TcpSignal.PASSIVE_OPEN;
import static labo.sequence.TcpSignal.RECEIVE_ACK_OF_FIN;
import static labo.sequence.TcpSignal.RECEIVE_ACK_OF_SYN;
import static labo.sequence.TcpSignal.RECEIVE_FIN;
import static labo.sequence.TcpSignal.RECEIVE_SYN;
import static labo.sequence.TcpSignal.RECEIVE_SYN_ACK;
import static labo.sequence.TcpSignal.RESET;
import static labo.sequence.TcpSignal.SEND_FIN;
import static labo.sequence.TcpSignal.SEND_SYN;
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
        assertThat(path(SEND_SYN, RECEIVE_SYN_ACK, SEND_FIN, RECEIVE_ACK_OF_FIN, RECEIVE_FIN))
                .containsExactly("SYN-SENT", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT");
    }

    @Test
    void whoListensAndClosesLast() {
        assertThat(path(PASSIVE_OPEN, RECEIVE_SYN, RECEIVE_ACK_OF_SYN, RECEIVE_FIN, SEND_FIN, RECEIVE_ACK_OF_FIN))
                .containsExactly("LISTEN", "SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED");
    }

    @Test
    void bothCloseAtOnce() {
        assertThat(path(SEND_SYN, RECEIVE_SYN_ACK, SEND_FIN, RECEIVE_FIN, RECEIVE_ACK_OF_FIN))
                .endsWith("FIN-WAIT-1", "CLOSING", "TIME-WAIT");
    }

    @Test
    void aResetEndsIt() {
        assertThat(path(SEND_SYN, RESET)).endsWith("CLOSED");
    }

    @Test
    void whatSaysNothingChangesNothing() {
        assertThat(path(RECEIVE_SYN_ACK, RECEIVE_FIN, SEND_FIN)).containsOnly("CLOSED");
    }
}
