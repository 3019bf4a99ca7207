package labo.observe;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packet captured on machine B's interface.
 *
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}; {@code ip} for a fragment that is not its packet's first: it has no
 *     ports
 * @param flags TCP's, by RFC 9293 name; empty for the others
 * @param length the payload's length in octets; a datagram's first fragment tells the whole datagram's
 * @param data the payload's first octets, 64 at most
 * @param frame the whole frame, where the capture kept it
 * @param icmp what an ICMP message says; null for the other protocols
 */
public record Packet(
        double time,
        String protocol,
        Endpoint from,
        Endpoint to,
        Set<String> flags,
        @Nullable Long sequence,
        @Nullable Long acknowledgement,
        int length,
        Octets data,
        @Nullable Octets frame,
        @Nullable Icmp icmp)
        implements Event {
    /**
     * An ICMP message.
     *
     * @param type 3 for « destination unreachable », as RFC 792 numbers them
     * @param code what exactly: 3 of type 3 is « port unreachable »
     * @param about the destination of the packet that it is an error about, if it is one
     */
    public record Icmp(int type, int code, @Nullable Endpoint about) {}

    public Packet {
        flags = Set.copyOf(flags);
    }

    /** A packet of TCP or UDP. */
    public Packet(
            double time,
            String protocol,
            Endpoint from,
            Endpoint to,
            Set<String> flags,
            @Nullable Long sequence,
            @Nullable Long acknowledgement,
            int length,
            Octets data,
            @Nullable Octets frame) {
        this(time, protocol, from, to, flags, sequence, acknowledgement, length, data, frame, null);
    }

    @Override
    public MachineName machine() {
        return MachineName.B;
    }

    @Override
    public Source source() {
        return Source.WIRE;
    }

    @Override
    public String kind() {
        return "packet";
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("protocol", protocol)
                .with("from", from)
                .with("to", to)
                .with(
                        "flags",
                        flags.isEmpty()
                                ? null
                                : String.join(" ", flags.stream().sorted().toList()))
                .with("sequence", sequence)
                .with("acknowledgement", acknowledgement)
                .with("length", length)
                .with("data", data.isEmpty() ? null : data)
                .with("type", icmp == null ? null : icmp.type)
                .with("code", icmp == null ? null : icmp.code)
                .with("about", icmp == null ? null : icmp.about)
                .map();
    }
}
