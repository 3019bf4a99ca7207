package labo.shell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.observe.Call;
import labo.observe.CodeLine;
import labo.observe.Packet;
import labo.observe.tcp.TcpChange;
import labo.observe.tcp.TcpPath;
import labo.observe.tcp.TcpSignal;
import labo.observe.tcp.TcpState;
import labo.report.Texts;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Draws TCP's states, 79 columns wide at most, with the way that a socket took: its states are numbered in order. Pure. */
final class StateDrawing {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9-]+");
    private static final Map<Integer, Character> ASCII = Map.ofEntries(
            Map.entry((int) '─', '-'),
            Map.entry((int) '│', '|'),
            Map.entry((int) '┌', '+'),
            Map.entry((int) '┐', '+'),
            Map.entry((int) '└', '+'),
            Map.entry((int) '┘', '+'),
            Map.entry((int) '┴', '+'),
            Map.entry((int) '▶', '>'),
            Map.entry((int) '◀', '<'),
            Map.entry((int) '▼', 'v'));

    private final Texts texts;
    private final boolean unicode;

    StateDrawing(Texts texts, boolean unicode) {
        this.texts = texts;
        this.unicode = unicode;
    }

    /** The drawing's lines. */
    List<AttributedString> drawing(TcpPath path) {
        List<TcpState> visited = visited(path);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < visited.size(); i++) {
            numbers.put(key(visited.get(i), i > 0), i + 1);
        }
        List<AttributedString> lines = new ArrayList<>();
        for (String line : texts.get("states.drawing").split("\n", -1)) {
            lines.add(line(unicode ? line : ascii(line), !lines.isEmpty(), numbers, visited.size()));
        }
        return lines;
    }

    private static List<TcpState> visited(TcpPath path) {
        List<TcpState> visited = new ArrayList<>();
        visited.add(
                path.changes().isEmpty()
                        ? TcpState.CLOSED
                        : path.changes().get(0).from());
        path.changes().forEach(change -> visited.add(change.to()));
        return visited;
    }

    /** CLOSED stands twice in the drawing: where one begins, and where one ends. */
    private static String key(TcpState state, boolean later) {
        return state == TcpState.CLOSED && later ? state.term() + "." : state.term();
    }

    private static String ascii(String line) {
        StringBuilder plain = new StringBuilder();
        line.codePoints().forEach(point -> plain.append(ASCII.getOrDefault(point, (char) point)));
        return plain.toString();
    }

    private static AttributedString line(String line, boolean later, Map<String, Integer> numbers, int last) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        int at = 0;
        Matcher names = NAME.matcher(line);
        while (names.find()) {
            TcpState state = state(names.group());
            if (state == null) {
                continue;
            }
            Integer number = numbers.get(key(state, later));
            String before = number == null ? "" : (number == last ? "[" : "") + number + " ";
            out.append(line.substring(at, names.start() - before.length()), Tint.PLAIN.style());
            String after = number != null && number == last ? "]" : "";
            Tint tint = number == null ? Tint.FAINT : number == last ? Tint.GOOD : Tint.TITLE;
            out.append(before + names.group() + after, tint.style());
            at = Math.min(line.length(), names.end() + after.length());
        }
        return out.append(line.substring(at), Tint.PLAIN.style()).toAttributedString();
    }

    private static @org.jspecify.annotations.Nullable TcpState state(String name) {
        for (TcpState state : TcpState.values()) {
            if (state.term().equals(name)) {
                return state;
            }
        }
        return null;
    }

    /**
     * What moved the socket, a line a state.
     *
     * @param start what times are counted from, seconds since the epoch
     */
    List<AttributedString> steps(TcpPath path, double start) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(step(1, visited(path).get(0), texts.get("states.by.start"), ""));
        for (TcpChange change : path.changes()) {
            String time = String.format(java.util.Locale.FRENCH, "%.3f s", change.time() - start);
            lines.add(step(lines.size() + 1, change.to(), cause(change), time));
        }
        return lines;
    }

    private static AttributedString step(int number, TcpState state, String cause, String time) {
        return new AttributedStringBuilder()
                .append(String.format("%3d ", number), Tint.FAINT.style())
                .append(String.format("%-13s", state.term()), Tint.TITLE.style())
                .append(String.format("%-46s", cause), Tint.PLAIN.style())
                .append(time.isEmpty() ? "" : " ", Tint.PLAIN.style())
                .append(time, Tint.FAINT.style())
                .toAttributedString();
    }

    private String cause(TcpChange change) {
        String key = "states.by." + change.signal() + ".";
        if (change.cause() instanceof Packet) {
            return texts.get(key + (change.from() == TcpState.SYN_SENT ? "asked" : "packet"));
        }
        if (!(change.cause() instanceof Call call)) {
            return texts.get(key + "peer");
        }
        CodeLine line = call.line();
        String where = line == null || line.file().startsWith("<") ? "" : texts.get("states.line", line.line());
        String errno = call.errno();
        return errno != null && change.signal() == TcpSignal.ENDED
                ? texts.get(key + "refused", call.callKind().term(), errno) + where
                : texts.get(key + "call", call.callKind().term()) + where;
    }
}
