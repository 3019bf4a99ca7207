package labo.observe.tcp;

import java.util.List;
import labo.observe.Endpoint;
import labo.observe.MachineName;
import labo.observe.Packet;
import org.jspecify.annotations.Nullable;

/**
 * The way of one side of a connection, or of a socket that has none, through the states.
 *
 * @param machine whose side it is
 * @param socket the number that machine A's trusted calls have for it; null on machine B, or where no call tells
 * @param local this side's address, where known
 * @param remote the other side's; null without a connection
 * @param deduced whether no packet of it was captured: calls, and what machine B told, stand for them
 * @param changes in order of time
 */
public record TcpPath(
        MachineName machine,
        @Nullable Integer socket,
        @Nullable Endpoint local,
        @Nullable Endpoint remote,
        boolean deduced,
        List<TcpChange> changes) {
    public TcpPath {
        changes = List.copyOf(changes);
    }

    /** Where it stands at the end. */
    public TcpState state() {
        return changes.isEmpty()
                ? TcpState.CLOSED
                : changes.get(changes.size() - 1).to();
    }

    /** Where it stood before anything seen at {@code time}, seconds since the epoch. */
    public TcpState before(double time) {
        return changes.stream()
                .filter(change -> change.time() < time)
                .reduce((first, last) -> last)
                .map(TcpChange::to)
                .orElse(TcpState.CLOSED);
    }

    /** Where it stood after all that was seen up to {@code time}, seconds since the epoch. */
    public TcpState after(double time) {
        return changes.stream()
                .filter(change -> change.time() <= time)
                .reduce((first, last) -> last)
                .map(TcpChange::to)
                .orElse(TcpState.CLOSED);
    }

    /** Whether the packet went over this connection. */
    public boolean carries(Packet packet) {
        return packet.protocol().equals("tcp")
                && ((packet.from().equals(local) && packet.to().equals(remote))
                        || (packet.to().equals(local) && packet.from().equals(remote)));
    }
}
