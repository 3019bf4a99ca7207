package labo.sequence;

/** What makes a TCP connection's end change its state (RFC 9293, 3.3.2, figure 5), seen from that end. */
public enum TcpSignal {
    /** It was told to wait for connections: {@code listen}. */
    PASSIVE_OPEN,
    /** It sent a SYN: {@code connect}. */
    SEND_SYN,
    /** It received a SYN, and answered with SYN ACK. */
    RECEIVE_SYN,
    /** It received a SYN ACK. */
    RECEIVE_SYN_ACK,
    /** It received the ACK of its own SYN. */
    RECEIVE_ACK_OF_SYN,
    /** It sent a FIN: {@code close} or {@code shutdown}. */
    SEND_FIN,
    /** It received a FIN. */
    RECEIVE_FIN,
    /** It received the ACK of its own FIN. */
    RECEIVE_ACK_OF_FIN,
    /** It sent or received a RST. */
    RESET,
    /** It is given up without a packet: a listening socket that is closed. */
    DELETE
}
