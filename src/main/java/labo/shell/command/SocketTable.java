package labo.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import labo.machine.SocketState;
import labo.observe.Endpoint;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A table of sockets as {@code ss -tuanp} shows it. Pure. */
final class SocketTable {
    /** Its columns, in order, with the words that name them. */
    enum Column {
        NETID("Netid", false),
        STATE("State", false),
        RECV_Q("Recv-Q", false),
        SEND_Q("Send-Q", false),
        LOCAL("Local Address:Port", true),
        PEER("Peer Address:Port", true),
        PROCESS("Process", false);

        private final String heading;
        private final boolean right;

        Column(String heading, boolean right) {
            this.heading = heading;
            this.right = right;
        }

        /** One word for it: {@code Recv-Q}, {@code Local}. */
        String word() {
            return heading.split(" ", 2)[0];
        }

        /** The column that a word names, in capitals or not. */
        static Optional<Column> named(String word) {
            String plain = word.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(column -> column.word().toLowerCase(Locale.ROOT).equals(plain)
                            || column.heading.toLowerCase(Locale.ROOT).equals(plain))
                    .findFirst();
        }
    }

    /** What {@code ss} calls the states that it does not call as RFC 9293 does. */
    private static final Map<String, String> STATES = Map.of(
            "ESTABLISHED", "ESTAB",
            "SYN-RECEIVED", "SYN-RECV",
            "CLOSED", "UNCONN",
            "UNCONNECTED", "UNCONN",
            "CONNECTED", "ESTAB");

    private static final String BEHIND = "      ";

    private SocketTable() {}

    /** The name that {@code ss} gives a state. */
    static String state(String state) {
        return STATES.getOrDefault(state, state);
    }

    /** The table's lines: the last column goes below its line where it would not fit. */
    static List<AttributedString> lines(List<SocketState> sockets, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(Column.values()).map(column -> column.heading).toList());
        sockets.forEach(socket -> rows.add(cells(socket)));
        int[] widths = new int[Column.values().length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        boolean fits = Arrays.stream(widths).sum() + widths.length - 1 <= width;
        List<AttributedString> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.addAll(lines(row, widths, fits, lines.isEmpty()));
        }
        return lines;
    }

    private static List<AttributedString> lines(List<String> row, int[] widths, boolean fits, boolean heading) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        int last = row.size() - 1;
        for (int i = 0; i < last; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            boolean right = Column.values()[i].right;
            line.append(right ? space + row.get(i) : row.get(i) + space, (heading ? Tint.STRONG : Tint.PLAIN).style());
            line.append(" ");
        }
        String process = row.get(last);
        if (fits) {
            line.append(process, (heading ? Tint.STRONG : Tint.FAINT).style());
        }
        List<AttributedString> lines = new ArrayList<>(List.of(stripped(line.toAttributedString())));
        if (!fits && !process.isEmpty()) {
            lines.add((heading ? Tint.STRONG : Tint.FAINT).of(BEHIND + process));
        }
        return lines;
    }

    private static AttributedString stripped(AttributedString line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return line.subSequence(0, end);
    }

    private static List<String> cells(SocketState socket) {
        Long backlog = socket.backlog();
        return List.of(
                socket.protocol(),
                state(socket.state()),
                String.valueOf(socket.receiveQueue()),
                String.valueOf(backlog == null ? socket.sendQueue() : backlog),
                shown(socket.local()),
                shown(socket.remote()),
                process(socket));
    }

    /** {@code ss} writes a star for any port. */
    private static String shown(Endpoint endpoint) {
        String shown = endpoint.toString();
        return endpoint.port() == 0 ? shown.substring(0, shown.length() - 1) + "*" : shown;
    }

    private static String process(SocketState socket) {
        if (socket.process() == null || socket.fd() == null) {
            return "";
        }
        String command = socket.command() == null ? "?" : socket.command();
        return "users:((\"" + command + "\",pid=" + socket.process() + ",fd=" + socket.fd() + "))";
    }
}
