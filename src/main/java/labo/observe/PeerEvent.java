package labo.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What machine B did or saw, on one of its endpoints.
 *
 * @param kind {@code connect listen accept send receive end reset shutdown close sendto recvfrom lost unreachable}
 * @param as the scenario's name for the endpoint
 * @param errno why it failed, if it did
 * @param local B's side, if known
 * @param remote A's side, if known
 * @param data the octets, if any (the first 4096 of what was sent)
 * @param length how many octets in all
 */
public record PeerEvent(
        double time,
        String kind,
        String as,
        @Nullable String errno,
        @Nullable Endpoint local,
        @Nullable Endpoint remote,
        @Nullable Octets data,
        @Nullable Integer length)
        implements Event {
    @Override
    public MachineName machine() {
        return MachineName.B;
    }

    @Override
    public Source source() {
        return Source.PEER;
    }

    public boolean succeeded() {
        return errno == null;
    }

    public boolean is(String wanted) {
        return kind.equals(wanted);
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("as", as)
                .with("errno", errno)
                .with("local", local)
                .with("remote", remote)
                .with("data", data)
                .with("length", length)
                .map();
    }
}
