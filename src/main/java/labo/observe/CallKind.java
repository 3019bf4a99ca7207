package labo.observe;

import java.util.Locale;
import java.util.Optional;

/** What a call on a socket asks for, whatever its variant ({@code sendall} and {@code sendto} both send). */
public enum CallKind {
    SOCKET,
    BIND,
    LISTEN,
    ACCEPT,
    CONNECT,
    SEND,
    RECV,
    SHUTDOWN,
    CLOSE,
    SETSOCKOPT;

    /** The name used in JSON and in lesson files: lower case. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that {@code term} names, if it names one. */
    public static Optional<CallKind> of(String term) {
        for (CallKind kind : values()) {
            if (kind.term().equals(term)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
