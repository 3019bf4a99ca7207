package labo.report.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CodeLine;
import labo.observe.Endpoint;
import labo.observe.MachineName;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.report.SafeText;
import labo.report.Texts;
import labo.sequence.Diagram;
import labo.sequence.Item;
import labo.sequence.Row;
import org.jspecify.annotations.Nullable;

/** What each row of a diagram says, in few words; harmless to a terminal. */
final class Words {
    private static final int FEWEST_OCTETS = 1;
    private static final int MOST_OCTETS = 64;

    /** The columns that a time takes at most. */
    static final int TIME_COLUMNS = 8;

    /** Characters; several times what a row shows. */
    private static final int LONGEST = 2_000;

    private static final char NO_BREAK = '\u00a0';
    private static final double MS = 1000;
    private static final double MOST_WITH_DECIMALS = 99_999.99;

    private final Texts texts = new Texts("labo.report.diagram.messages");
    private final String arrow;
    private final String ellipsis;
    private final boolean severalFiles;

    /** @param unicode whether more than ASCII may be used for symbols */
    Words(Diagram diagram, boolean unicode) {
        this.arrow = unicode ? "→" : "->";
        this.ellipsis = unicode ? "…" : "...";
        this.severalFiles = diagram.rows().stream()
                        .flatMap(row -> Stream.ofNullable(row.line()))
                        .map(CodeLine::file)
                        .distinct()
                        .count()
                > 1;
    }

    Texts texts() {
        return texts;
    }

    String ellipsis() {
        return ellipsis;
    }

    /** When, in milliseconds, in {@link #TIME_COLUMNS} columns at most for a whole day. */
    static String time(Row row) {
        double ms = row.at() * MS;
        return String.format(Locale.FRENCH, ms < MOST_WITH_DECIMALS ? "%.2f" : "%.0f", ms);
    }

    /** Whether a row tells of something that did not go well. */
    static boolean isError(Row row) {
        return (row instanceof Row.Called called
                        && called.part() != Row.Part.BEGUN
                        && !called.call().succeeded())
                || (row instanceof Row.Acted acted && !acted.peer().succeeded())
                || (row instanceof Row.Ran ran && ran.event() instanceof Raised);
    }

    /** What a row other than a packet says. */
    String of(Row row) {
        if (row instanceof Row.Called called) {
            return SafeText.oneLine(called(called));
        }
        if (row instanceof Row.Hanging hanging) {
            return SafeText.oneLine(joined(
                    place(hanging.line()),
                    hanging.entered().method() + fd("(", hanging.entered().fd(), ")"),
                    texts.get("waits.still")));
        }
        if (row instanceof Row.Acted acted) {
            return SafeText.oneLine(acted(acted.peer()));
        }
        return row instanceof Row.Ran ran ? SafeText.oneLine(ran(ran)) : "";
    }

    private static String fd(String before, @Nullable Integer fd, String after) {
        return before + (fd == null || fd < 0 ? "" : "fd " + fd) + after;
    }

    private static String joined(@Nullable Object... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.toString().isEmpty())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** At a prompt every statement is line 1: that says nothing. */
    private String place(@Nullable CodeLine line) {
        return line == null || line.file().startsWith("<")
                ? ""
                : texts.get(severalFiles ? "place.file" : "place", line.file(), line.line());
    }

    private String called(Row.Called row) {
        Call call = row.call();
        String asked = joined(place(call.line()), asked(call));
        if (row.part() == Row.Part.BEGUN) {
            return joined(asked, texts.get("waits"));
        }
        Integer woken = row.wokenBy();
        return joined(asked, arrow + NO_BREAK + outcome(call), woken == null ? null : texts.get("woken", woken));
    }

    /** The call with what it was given. */
    String asked(Call call) {
        Call.Arguments given = call.arguments();
        List<String> parts = new ArrayList<>();
        if (call.fd() != null && !isNew(call)) {
            parts.add("fd " + call.fd());
        }
        switch (call.callKind()) {
            case SOCKET -> Stream.of(given.family(), given.type()).forEach(part -> add(parts, part));
            case BIND, CONNECT -> add(parts, given.address());
            case LISTEN -> add(parts, given.backlog());
            case SEND -> {
                add(parts, isKnown(given) ? octets(given.data(), given.length()) : ellipsis);
                add(parts, given.address());
            }
            case RECV -> add(parts, given.size());
            case SHUTDOWN -> add(parts, given.how());
            case SETSOCKOPT -> {
                add(parts, given.option());
                add(parts, given.value());
            }
            case ACCEPT, CLOSE -> {}
        }
        return call.kind() + "(" + String.join(", ", parts) + ")";
    }

    private static boolean isNew(Call call) {
        return call.callKind() == labo.observe.CallKind.SOCKET;
    }

    private static void add(List<String> parts, @Nullable Object part) {
        if (part != null) {
            parts.add(part.toString());
        }
    }

    /** What came of the call. */
    String outcome(Call call) {
        if (call.errno() != null) {
            return call.errno();
        }
        if (call.exception() != null) {
            return call.exception();
        }
        Call.Arguments given = call.arguments();
        return switch (call.callKind()) {
            case SOCKET -> fd("", call.fd(), "");
            case ACCEPT -> joined(fd("", given.acceptedFd(), ","), texts.get("client"), given.address());
            case SEND -> String.valueOf(given.length() == null ? 0 : given.length());
            case RECV -> joined(octets(given.data(), given.length()), from(given.address()));
            default -> "0";
        };
    }

    private static @Nullable String from(@Nullable Endpoint address) {
        return address == null ? null : "(" + address + ")";
    }

    /** Of what was refused, neither the octets nor their number may be known: then none are made up. */
    private static boolean isKnown(Call.Arguments given) {
        return given.data() != null || given.length() != null;
    }

    /** The first octets as Python shows them, and how many there are if that is not all. */
    private String octets(@Nullable Octets data, @Nullable Integer length) {
        if (data == null) {
            return length == null || length == 0 ? "b''" : texts.count("octets", length);
        }
        int all = length == null ? data.length() : length;
        boolean whole = data.length() <= MOST_OCTETS && all <= data.length();
        String shown = data.slice(0, Math.min(MOST_OCTETS, data.length())).python();
        return whole ? shown : shown + ellipsis + " (" + texts.count("octets", all) + ")";
    }

    private String acted(PeerEvent peer) {
        String errno = peer.errno();
        String failed = "peer." + peer.kind() + ".failed";
        String key = errno == null ? "peer." + peer.kind() : texts.has(failed) ? failed : "peer.failed";
        return texts.get(
                texts.has(key) ? key : "peer.failed",
                peer.as(),
                String.valueOf(peer.remote()),
                String.valueOf(peer.local()),
                String.valueOf(errno),
                peer.kind(),
                octets(peer.data(), peer.length()));
    }

    private String ran(Row.Ran row) {
        if (row.event() instanceof Raised raised) {
            return joined(place(raised.line()), raised.exception() + ":", bounded(raised.message()));
        }
        if (row.event() instanceof ProgramEvent.Wrote wrote) {
            String text = bounded(wrote.data().text().stripTrailing());
            return texts.get(wrote.error() ? "stderr" : "stdout", text);
        }
        if (row.event() instanceof ProgramEvent.LimitHit limit) {
            return texts.get("limit", limit.name());
        }
        if (row.event() instanceof ProgramEvent.Exited exited) {
            return exited(exited);
        }
        return texts.get("started");
    }

    /** More than any line shows need not be made harmless. */
    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private String exited(ProgramEvent.Exited exited) {
        if (exited.stopped()) {
            return texts.get("exit.stopped");
        }
        Integer code = exited.code();
        return code == null ? texts.get("exit.signal", String.valueOf(exited.signal())) : texts.get("exit.code", code);
    }

    /** What a packet is, in so many columns at most if it can be. */
    String packet(Row.Sent sent, int room) {
        Packet packet = sent.packet();
        String kind = kind(packet);
        String marks = joined(sent.again() ? texts.get("again") : null, sent.lost() ? texts.get("lost") : null);
        boolean carries = packet.protocol().equals("udp") || (packet.protocol().equals("tcp") && packet.length() > 0);
        if (!carries) {
            return joined(kind, marks);
        }
        String count = "(" + texts.count("octets", packet.length()) + ")";
        int kept = room - joined(kind, "", count, marks).length() - 1;
        return joined(kind, octets(packet, kept), count, marks);
    }

    /** The packet's first octets as Python shows them, in so many columns at most if they can be. */
    String octets(Packet packet, int room) {
        int shown = packet.data().length();
        String text = SafeText.oneLine(packet.data().python()) + (packet.length() > shown ? ellipsis : "");
        while (text.length() > room && shown > FEWEST_OCTETS) {
            shown = Math.max(FEWEST_OCTETS, shown - Math.max(1, (text.length() - room) / 4));
            text = SafeText.oneLine(packet.data().slice(0, shown).python()) + ellipsis;
        }
        return text;
    }

    /** Flags where they say more than that octets are carried; ICMP's message. */
    String kind(Packet packet) {
        return switch (packet.protocol()) {
            case "tcp" -> flags(packet);
            case "udp" -> "UDP";
            case "ip" -> texts.get("fragment", texts.count("octets", packet.length()));
            default -> icmp(packet);
        };
    }

    private static String flags(Packet packet) {
        List<String> told = Stream.of("SYN", "FIN", "RST", "URG", "ACK")
                .filter(packet.flags()::contains)
                .toList();
        return packet.length() > 0 && told.equals(List.of("ACK")) ? "" : String.join(" ", told);
    }

    private String icmp(Packet packet) {
        Packet.Icmp icmp = packet.icmp();
        if (icmp == null) {
            return "ICMP";
        }
        if (icmp.type() == 3) {
            return icmp.code() == 3 ? texts.get("icmp.port") : texts.get("icmp.host");
        }
        return texts.get("icmp", icmp.type(), icmp.code());
    }

    /** The port at one end, a star behind it if it is the ephemeral one; empty where there are no ports. */
    String port(Row.Sent sent, MachineName machine) {
        int port = sent.flow().end(machine).port();
        return port == 0 ? "" : port + (sent.opener() == machine ? "*" : "");
    }

    String folded(Item.Folded folded) {
        int packets = count(folded, Row.Sent.class);
        int calls = count(folded, Row.Called.class);
        int others = folded.rows().size() - packets - calls;
        String what = Stream.of(
                        counted("fold.packets", packets), counted("fold.calls", calls), counted("fold.others", others))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return texts.get("fold", folded.first(), folded.last(), what);
    }

    private String counted(String key, int count) {
        return count == 0 ? "" : texts.count(key, count);
    }

    private static int count(Item.Folded folded, Class<? extends Row> type) {
        return (int) folded.rows().stream().filter(type::isInstance).count();
    }

    /** What has to be said of the whole: the ephemeral ports' star, a sandbox without packets. */
    List<String> legend(Diagram diagram) {
        List<String> legend = new ArrayList<>();
        if (!diagram.facts().captured()) {
            legend.add(texts.get("legend.uncaptured"));
        }
        if (diagram.packets().anyMatch(sent -> sent.opener() != null)) {
            legend.add(texts.get("legend.ephemeral"));
        }
        return legend;
    }
}
