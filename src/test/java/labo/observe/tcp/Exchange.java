package labo.observe.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Ending;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Builds what was seen of one connection between A and B, a millisecond between two events. */
public final class Exchange {
    public static final Endpoint A = new Endpoint("10.7.0.11", 8888);
    public static final Endpoint B = new Endpoint("10.7.0.12", 40_000);

    private final List<Event> events = new ArrayList<>();
    private final boolean captured;
    private double time = 1000;
    private long sequenceA = 4_294_967_290L;
    private long sequenceB = 700;

    private Exchange(boolean captured) {
        this.captured = captured;
    }

    /** With the kernel's calls and packets. */
    public static Exchange captured() {
        return new Exchange(true);
    }

    /** With the interpreter's calls and what machine B told. */
    public static Exchange local() {
        return new Exchange(false);
    }

    private double next() {
        time += 0.001;
        return time;
    }

    /** A packet from A; the flags are by first letter: {@code SA} is a SYN with an ACK. */
    public Exchange fromA(String flags, int length) {
        events.add(packet(A, B, flags, length, sequenceA, sequenceB));
        sequenceA = (sequenceA + advance(flags, length)) % (1L << 32);
        return this;
    }

    /** A packet from B. */
    public Exchange fromB(String flags, int length) {
        events.add(packet(B, A, flags, length, sequenceB, sequenceA));
        sequenceB += advance(flags, length);
        return this;
    }

    private static long advance(String flags, int length) {
        return (long) length + (flags.contains("S") || flags.contains("F") ? 1 : 0);
    }

    private Packet packet(Endpoint from, Endpoint to, String letters, int length, long sequence, long acknowledged) {
        Set<String> flags = new java.util.HashSet<>();
        letters.chars()
                .forEach(letter -> flags.add(
                        switch (letter) {
                            case 'S' -> "SYN";
                            case 'A' -> "ACK";
                            case 'F' -> "FIN";
                            case 'R' -> "RST";
                            default -> throw new IllegalArgumentException(letters);
                        }));
        return new Packet(
                next(),
                "tcp",
                from,
                to,
                flags,
                sequence,
                letters.contains("A") ? acknowledged : null,
                length,
                Octets.of(new byte[length]),
                null);
    }

    public Exchange socket(int number) {
        return call(CallKind.SOCKET, number, null, null, null, null, null);
    }

    public Exchange bind(int number) {
        return call(CallKind.BIND, number, new Endpoint("0.0.0.0", A.port()), null, null, null, null);
    }

    public Exchange listen(int number) {
        return call(CallKind.LISTEN, number, null, null, null, null, null);
    }

    public Exchange accept(int number, int accepted) {
        return call(CallKind.ACCEPT, number, B, accepted, null, null, null);
    }

    public Exchange connect(int number, Endpoint to, @Nullable String errno) {
        return call(CallKind.CONNECT, number, to, null, null, null, errno);
    }

    public Exchange recv(int number, int length) {
        return call(CallKind.RECV, number, null, null, length, null, null);
    }

    public Exchange shutdown(int number) {
        return call(CallKind.SHUTDOWN, number, null, null, null, "SHUT_WR", null);
    }

    public Exchange close(int number) {
        return call(CallKind.CLOSE, number, null, null, null, null, null);
    }

    private Exchange call(
            CallKind kind,
            int number,
            @Nullable Endpoint address,
            @Nullable Integer accepted,
            @Nullable Integer length,
            @Nullable String how,
            @Nullable String errno) {
        double now = next();
        events.add(new Call(
                now,
                now - 0.0005,
                now + 0.0005,
                captured ? Source.KERNEL : Source.CODE,
                kind,
                kind.term(),
                7,
                7,
                number + 2,
                number,
                0L,
                errno,
                null,
                null,
                new Call.Arguments(
                        null,
                        kind == CallKind.SOCKET ? "SOCK_STREAM" : null,
                        address,
                        null,
                        null,
                        length,
                        kind == CallKind.RECV ? 1024 : null,
                        accepted,
                        accepted == null ? null : Integer.valueOf(accepted + 2),
                        how,
                        null,
                        null,
                        null),
                null));
        return this;
    }

    /** The same call as the interpreter's hook tells it, with its own numbers for the sockets: that much greater. */
    static Call asCode(Call call, int more) {
        Call.Arguments given = call.arguments();
        Integer accepted = given.accepted() == null ? null : Integer.valueOf(given.accepted() + more);
        return new Call(
                call.time(),
                call.start(),
                call.end(),
                Source.CODE,
                call.callKind(),
                call.method(),
                call.process(),
                call.thread(),
                call.fd(),
                call.socket() == null ? null : Integer.valueOf(call.socket() + more),
                call.result(),
                null,
                null,
                null,
                new Call.Arguments(
                        given.family(),
                        given.type(),
                        given.address(),
                        null,
                        null,
                        null,
                        null,
                        accepted,
                        given.acceptedFd(),
                        null,
                        null,
                        null,
                        null),
                null);
    }

    /** What machine B did or saw on its side. */
    public Exchange peer(String kind) {
        events.add(new PeerEvent(next(), kind, "c1", null, kind.equals("connect") ? B : null, A, null, null));
        return this;
    }

    public Timeline build() {
        Facts facts = new Facts(captured ? "docker" : "local", captured, captured, A.host(), B.host());
        return new Timeline(facts, Ending.of(Ending.How.EXITED), events);
    }
}
