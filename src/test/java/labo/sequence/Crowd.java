package labo.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Ending;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Timelines that put a drawing to the test: very long, or full of what is hard to draw. */
public final class Crowd {
    private static final Facts FACTS = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");
    private static final Endpoint A = new Endpoint("10.7.0.11", 8888);

    private Crowd() {}

    private static Timeline timeline(List<Event> events) {
        return new Timeline(FACTS, Ending.of(Ending.How.EXITED), events);
    }

    private static Packet packet(double time, Endpoint from, Endpoint to, int sequence, String data, String... flags) {
        Octets octets = Octets.utf8(data);
        return new Packet(time, "tcp", from, to, Set.of(flags), (long) sequence, 1L, octets.length(), octets, null);
    }

    /** So many packets of one connection, every third one an acknowledgement, in no regular order of events of B. */
    public static Timeline transfer(int events) {
        Endpoint b = new Endpoint("10.7.0.12", 50_000);
        List<Event> all = new ArrayList<>(
                List.of(packet(1000, b, A, 0, "", "SYN"), packet(1000.0001, A, b, 0, "", "SYN", "ACK")));
        IntStream.range(all.size(), events)
                .mapToObj(i -> event(1000 + i / 1000.0, i, b))
                .forEach(all::add);
        return timeline(all);
    }

    private static Event event(double time, int i, Endpoint b) {
        if (i % 7 == 0) {
            return new PeerEvent(time, "send", "c1", null, null, null, Octets.utf8("octets " + i), 12);
        }
        return i % 3 == 0 ? packet(time, A, b, 1, "", "ACK") : packet(time, b, A, i * 10, "0123456789", "ACK");
    }

    /** So many clients that are refused, one after the other. */
    public static Timeline refusals(int events) {
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < events / 2; i++) {
            Endpoint b = new Endpoint("10.7.0.12", 30_000 + i);
            all.add(packet(1000 + i / 100.0, b, A, i, "", "SYN"));
            all.add(packet(1000.001 + i / 100.0, A, b, 0, "", "RST", "ACK"));
        }
        return timeline(all);
    }

    /** So many events of clients served one after the other, each by a socket of its own: packets and the kernel's calls. */
    public static Timeline clients(int events) {
        List<Event> all = new ArrayList<>(List.of(
                call(1000, CallKind.SOCKET, 0, null),
                call(1000.0001, CallKind.BIND, 0, A),
                call(1000.0002, CallKind.LISTEN, 0, null)));
        for (int i = 1; all.size() < events; i++) {
            Endpoint b = new Endpoint("10.7.0.12", 30_000 + i);
            double at = 1000 + i / 100.0;
            all.addAll(List.of(
                    packet(at, b, A, 0, "", "SYN"),
                    packet(at + 0.0001, A, b, 0, "", "SYN", "ACK"),
                    packet(at + 0.0002, b, A, 1, "", "ACK"),
                    call(at + 0.0003, CallKind.ACCEPT, i, b),
                    packet(at + 0.0004, b, A, 1, "SALUT MEC", "ACK"),
                    call(at + 0.0005, CallKind.RECV, i, null),
                    call(at + 0.0006, CallKind.SEND, i, null),
                    packet(at + 0.0007, A, b, 1, "Salut mec.", "ACK"),
                    call(at + 0.0008, CallKind.CLOSE, i, null),
                    packet(at + 0.0009, A, b, 11, "", "FIN", "ACK")));
        }
        return timeline(all);
    }

    private static Call call(double time, CallKind kind, int socket, @Nullable Endpoint address) {
        boolean accepts = kind == CallKind.ACCEPT;
        boolean transfers = kind == CallKind.RECV || kind == CallKind.SEND;
        Integer accepted = accepts ? socket : null;
        Octets data = transfers ? Octets.utf8("SALUT MEC") : null;
        return new Call(
                time,
                time,
                time + 0.00005,
                Source.KERNEL,
                kind,
                kind.term(),
                7,
                7,
                accepts ? 3 : socket + 3,
                accepts ? 0 : socket,
                0L,
                null,
                null,
                null,
                new Call.Arguments(
                        null,
                        "SOCK_STREAM",
                        address,
                        null,
                        data,
                        transfers ? 9 : null,
                        1024,
                        accepted,
                        accepted,
                        null,
                        null,
                        null,
                        null),
                new CodeLine("server.py", 9));
    }

    /** So many events of which no two neighbours are alike, in an order that never repeats. */
    public static Timeline chaos(int events) {
        List<Event> all = new ArrayList<>();
        java.util.Random dice = new java.util.Random(7);
        for (int i = 0; i < events; i++) {
            String kind =
                    List.of("shutdown", "close", "end", "listen", "connect").get(dice.nextInt(5));
            all.add(new PeerEvent(1000 + i / 1000.0, kind, "c" + i, null, null, null, null, null));
        }
        return timeline(all);
    }

    /** Wide characters, marks that combine, control sequences, markup, commands to a build, and words without end. */
    public static Timeline unruly() {
        Endpoint b = new Endpoint("10.7.0.12", 65_535);
        return timeline(List.of(
                new ProgramEvent.Started(1000, 7),
                new ProgramEvent.Wrote(1000.001, false, Octets.utf8("日本語のテキスト、とても長い行です。全角文字は二桁を取ります。\n")),
                new ProgramEvent.Wrote(
                        1000.002,
                        true,
                        Octets.utf8("\u001b[2J\u001b]0;titre\u0007 <b>&amp; e\u0301te\u0301 👍🏽 \u202evirus")),
                new Raised(1000.003, "KeyError", "x".repeat(300), new CodeLine("server.py", 4), null),
                packet(1000.004, b, A, 0, "", "SYN"),
                packet(1000.005, b, A, 1, "M".repeat(64), "ACK", "FIN"),
                packet(99_999.9, A, b, 1, "\u00ff\u0000".repeat(20), "ACK"),
                packet(99_999.92, A, b, 41, "##[error]a", "ACK"),
                new PeerEvent(
                        99_999.95,
                        "receive",
                        "un-nom-bien-long",
                        null,
                        null,
                        null,
                        Octets.utf8("W".repeat(400)),
                        400)));
    }
}
