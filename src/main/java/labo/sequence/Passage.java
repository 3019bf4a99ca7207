package labo.sequence;

import labo.observe.MachineName;
import labo.observe.tcp.TcpState;
import org.jspecify.annotations.Nullable;

/**
 * The states of both ends of a TCP connection around one row.
 *
 * @param flow the connection, if one is known: a listening socket has none
 * @param a what became of A's end; null if nothing is known of it
 * @param b what became of B's end; likewise
 */
public record Passage(
        @Nullable Flow flow, @Nullable Change a, @Nullable Change b) {
    /** A state before and after. */
    public record Change(TcpState before, TcpState after) {
        public boolean stays() {
            return before == after;
        }
    }

    /** What became of that machine's end, if it is known. */
    public @Nullable Change of(MachineName machine) {
        return machine == MachineName.A ? a : b;
    }
}
