package labo.observe.tcp;

/** What moves one side of a TCP connection from state to state. */
public enum TcpSignal {
    /** The program listens. */
    LISTENS,
    /** This side asked for the connection. */
    SYN_SENT,
    /** This side answered the other's request. */
    SYN_ANSWERED,
    /** The other side has acknowledged this side's request or answer. */
    SYN_ACKED,
    /** This side said that it has finished sending. */
    FIN_SENT,
    /** The other side knows that. */
    FIN_ACKED,
    /** The other side said that it has finished sending. */
    FIN_RECEIVED,
    /** A reset, either way; or the program closed what had no connection. */
    ENDED
}
