package labo.observe.tcp;

import java.util.Locale;

/** Where one side of a TCP connection stands (RFC 9293, section 3.3.2). */
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

    /** RFC 9293's name: {@code FIN-WAIT-1}. */
    public String term() {
        return name().toUpperCase(Locale.ROOT).replace('_', '-');
    }

    /** The state that {@code signal} leads to; this one where it changes nothing (RFC 9293, figure 5). */
    public TcpState after(TcpSignal signal) {
        return switch (signal) {
            case LISTENS -> this == CLOSED ? LISTEN : this;
            case SYN_SENT -> this == CLOSED || this == TIME_WAIT ? SYN_SENT : this;
            // Who answers a request listened, even where nothing told.
            case SYN_ANSWERED -> this == CLOSED || this == LISTEN || this == SYN_SENT ? SYN_RECEIVED : this;
            case SYN_ACKED -> this == SYN_SENT || this == SYN_RECEIVED ? ESTABLISHED : this;
            case FIN_SENT -> finSent();
            case FIN_ACKED -> finAcked();
            case FIN_RECEIVED -> finReceived();
            case ENDED -> CLOSED;
        };
    }

    private TcpState finSent() {
        return switch (this) {
            case SYN_RECEIVED, ESTABLISHED -> FIN_WAIT_1;
            case CLOSE_WAIT -> LAST_ACK;
            default -> this;
        };
    }

    private TcpState finAcked() {
        return switch (this) {
            case FIN_WAIT_1 -> FIN_WAIT_2;
            case CLOSING -> TIME_WAIT;
            case LAST_ACK -> CLOSED;
            default -> this;
        };
    }

    private TcpState finReceived() {
        return switch (this) {
            case SYN_RECEIVED, ESTABLISHED -> CLOSE_WAIT;
            case FIN_WAIT_1 -> CLOSING;
            case FIN_WAIT_2 -> TIME_WAIT;
            default -> this;
        };
    }
}
