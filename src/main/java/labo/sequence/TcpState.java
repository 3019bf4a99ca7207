package labo.sequence;

/** The states of a TCP connection's end, by their names in RFC 9293 (3.3.2). */
public enum TcpState {
    CLOSED,
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    TIME_WAIT;

    /** The name in RFC 9293: {@code FIN-WAIT-2}. */
    public String term() {
        return name().replace('_', '-');
    }

    /** The state that this one leads to; itself where the signal says nothing to it. */
    public TcpState after(TcpSignal signal) {
        return switch (signal) {
            case PASSIVE_OPEN -> this == CLOSED ? LISTEN : this;
            case SEND_SYN -> this == CLOSED ? SYN_SENT : this;
            case RECEIVE_SYN -> this == CLOSED || this == LISTEN || this == SYN_SENT ? SYN_RECEIVED : this;
            case RECEIVE_SYN_ACK -> this == SYN_SENT ? ESTABLISHED : this;
            case RECEIVE_ACK_OF_SYN -> this == SYN_RECEIVED ? ESTABLISHED : this;
            case SEND_FIN -> afterSendingFin();
            case RECEIVE_FIN -> afterReceivingFin();
            case RECEIVE_ACK_OF_FIN -> afterAckOfFin();
            case RESET, DELETE -> CLOSED;
        };
    }

    private TcpState afterSendingFin() {
        return switch (this) {
            case SYN_RECEIVED, ESTABLISHED -> FIN_WAIT_1;
            case CLOSE_WAIT -> LAST_ACK;
            default -> this;
        };
    }

    private TcpState afterReceivingFin() {
        return switch (this) {
            case SYN_RECEIVED, ESTABLISHED -> CLOSE_WAIT;
            case FIN_WAIT_1 -> CLOSING;
            case FIN_WAIT_2 -> TIME_WAIT;
            default -> this;
        };
    }

    private TcpState afterAckOfFin() {
        return switch (this) {
            case FIN_WAIT_1 -> FIN_WAIT_2;
            case CLOSING -> TIME_WAIT;
            case LAST_ACK -> CLOSED;
            default -> this;
        };
    }
}
