package labo.report.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.MachineName;
import labo.observe.Packet;
import labo.observe.tcp.TcpState;
import labo.report.SafeText;
import labo.report.Texts;
import labo.sequence.Diagram;
import labo.sequence.Passage;
import labo.sequence.Row;
import org.jspecify.annotations.Nullable;

/** Says in French what one row of a diagram means, and in what state it found and left both sockets. */
public final class Explanation {
    private static final double MS = 1000;
    private static final int ROOM = 60;

    private final Diagram diagram;
    private final Words words;
    private final Texts texts;

    public Explanation(Diagram diagram) {
        this.diagram = diagram;
        this.words = new Words(diagram, true);
        this.texts = words.texts();
    }

    /** Sentences, in order, harmless to a terminal: what it is; what else is known of it; the states. */
    public List<String> of(Row row) {
        List<String> said = new ArrayList<>();
        if (row instanceof Row.Sent sent) {
            packet(sent, said);
        } else if (row instanceof Row.Called called) {
            call(called, said);
        } else if (row instanceof Row.Hanging) {
            said.add(words.of(row));
            said.add(texts.get("explain.hanging"));
        } else if (row instanceof Row.Acted acted) {
            said.add(texts.get("explain.peer", SafeText.oneLine(acted.peer().as()), words.of(row)));
        } else {
            said.add(texts.get("explain.ran", words.of(row)));
        }
        states(row, said);
        return said;
    }

    private void packet(Row.Sent sent, List<String> said) {
        Packet packet = sent.packet();
        MachineName to = sent.sender() == MachineName.A ? MachineName.B : MachineName.A;
        said.add(texts.get(
                "explain." + meaning(sent),
                sent.sender(),
                to,
                words.octets(packet, ROOM),
                texts.count("octets", packet.length())));
        if (packet.length() > 0 && packet.flags().contains("FIN")) {
            said.add(texts.get("explain.fin", sent.sender(), to));
        }
        if (sent.again()) {
            said.add(texts.get("explain.again." + packet.protocol()));
        }
        if (sent.lost()) {
            said.add(texts.get("explain.lost"));
        }
        if (sent.flow().a().port() != 0) {
            said.add(texts.get("explain.ports", sent.flow().a(), sent.flow().b()));
        }
        MachineName opener = sent.opener();
        if (opener != null) {
            said.add(texts.get("explain.ephemeral", sent.flow().end(opener).port(), opener));
        }
    }

    private static String meaning(Row.Sent sent) {
        Packet packet = sent.packet();
        if (packet.protocol().equals("udp")) {
            return "datagram";
        }
        if (packet.protocol().equals("ip")) {
            return "fragment";
        }
        if (!packet.protocol().equals("tcp")) {
            Packet.Icmp icmp = packet.icmp();
            return icmp != null && icmp.type() == 3 && icmp.code() == 3 ? "icmp.port" : "icmp";
        }
        if (sent.has("RST")) {
            return was(sent, other(sent.sender()), TcpState.SYN_SENT) ? "refused" : "reset";
        }
        if (sent.has("SYN")) {
            return sent.has("ACK") ? "syn-ack" : "syn";
        }
        if (packet.length() > 0) {
            return "data";
        }
        return sent.has("FIN") ? "fin" : acknowledgement(sent);
    }

    private static String acknowledgement(Row.Sent sent) {
        MachineName to = other(sent.sender());
        if (was(sent, to, TcpState.SYN_RECEIVED)) {
            return "opened";
        }
        boolean ofFin = was(sent, to, TcpState.FIN_WAIT_1)
                || was(sent, to, TcpState.LAST_ACK)
                || was(sent, to, TcpState.CLOSING);
        return ofFin && changed(sent, to) ? "ack-fin" : "ack";
    }

    private static MachineName other(MachineName machine) {
        return machine == MachineName.A ? MachineName.B : MachineName.A;
    }

    private static boolean was(Row.Sent sent, MachineName machine, TcpState state) {
        Passage passage = sent.passage();
        Passage.Change change = passage == null ? null : passage.of(machine);
        return change != null && change.before() == state;
    }

    private static boolean changed(Row.Sent sent, MachineName machine) {
        Passage passage = sent.passage();
        Passage.Change change = passage == null ? null : passage.of(machine);
        return change != null && !change.stays();
    }

    private void call(Row.Called row, List<String> said) {
        Call call = row.call();
        boolean end = call.is(CallKind.RECV)
                && call.succeeded()
                && Objects.equals(call.arguments().length(), 0);
        boolean over = row.part() != Row.Part.BEGUN;
        said.add(texts.get("explain.call." + call.kind() + (end && over ? ".end" : "")));
        said.add(texts.get("explain.asked", words.of(row)));
        if (!over) {
            said.add(begun(row));
            return;
        }
        if (!call.succeeded()) {
            said.add(refusal(call));
        }
        if (row.part() == Row.Part.ENDED) {
            said.add(waited(row));
        }
    }

    private String begun(Row.Called row) {
        return diagram.rows().stream()
                .skip(row.number())
                .filter(later -> later instanceof Row.Called called
                        && called.call().equals(row.call())
                        && called.part() == Row.Part.ENDED)
                .findFirst()
                .map(ended -> texts.get("explain.begun", ended.number()))
                .orElseGet(() -> texts.get("explain.begun.open"));
    }

    private String waited(Row.Called row) {
        double begun = diagram.rows().stream()
                .limit(row.number())
                .filter(earlier ->
                        earlier instanceof Row.Called called && called.call().equals(row.call()))
                .mapToDouble(Row::at)
                .findFirst()
                .orElse(row.at());
        String ms = String.format(Locale.FRENCH, "%.2f", (row.at() - begun) * MS);
        Integer by = row.wokenBy();
        return by == null ? texts.get("explain.waited", ms) : texts.get("explain.woken", by, ms);
    }

    private String refusal(Call call) {
        String errno = call.errno();
        if (errno == null) {
            String message = call.message() == null ? "" : " : " + call.message();
            return texts.get("explain.exception", SafeText.oneLine(call.exception() + message));
        }
        String known = "explain.refusal." + errno;
        return texts.has(known) ? texts.get(known) : texts.get("explain.refusal", SafeText.oneLine(errno));
    }

    private void states(Row row, List<String> said) {
        Passage passage = row.passage();
        if (passage == null) {
            if (row instanceof Row.Sent sent) {
                said.add(texts.get(
                        sent.packet().protocol().equals("tcp") ? "explain.state.unseen" : "explain.state.udp"));
            }
            return;
        }
        state(MachineName.A, passage.a(), said);
        state(MachineName.B, passage.b(), said);
        if (!diagram.facts().captured()) {
            said.add(texts.get("explain.state.deduced"));
        }
    }

    private void state(MachineName machine, Passage.@Nullable Change change, List<String> said) {
        if (change == null) {
            return;
        }
        said.add(
                change.stays()
                        ? texts.get(
                                "explain.state.same", machine, change.before().term())
                        : texts.get(
                                "explain.state",
                                machine,
                                change.before().term(),
                                change.after().term()));
    }
}
