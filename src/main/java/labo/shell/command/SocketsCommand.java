package labo.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import labo.machine.SocketState;
import labo.shell.Desk;
import labo.shell.text.Tint;

/** {@code /prises}: machine A's sockets as {@code ss -tuanp} shows them; with a word, what a column or a state means. */
final class SocketsCommand implements Command {
    private static final String ALL = "aide";
    private static final List<String> STATES = List.of(
            "LISTEN",
            "ESTAB",
            "SYN-SENT",
            "SYN-RECV",
            "FIN-WAIT-1",
            "FIN-WAIT-2",
            "CLOSE-WAIT",
            "CLOSING",
            "LAST-ACK",
            "TIME-WAIT",
            "UNCONN");

    @Override
    public String name() {
        return "prises";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public List<String> arguments(Desk desk) {
        Stream<String> columns = Arrays.stream(SocketTable.Column.values()).map(SocketTable.Column::word);
        return Stream.of(Stream.of(ALL), columns, STATES.stream())
                .flatMap(words -> words)
                .toList();
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.isEmpty()) {
            show(desk);
        } else {
            explain(desk, argument);
        }
    }

    private static void show(Desk desk) {
        Optional<List<SocketState>> sockets = desk.liveSockets();
        if (sockets.isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.closed"));
        } else if (sockets.get().isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.none"));
        } else {
            desk.screen().line(Tint.FAINT, "$ ss -tuanp");
            desk.page(SocketTable.lines(sockets.get(), desk.screen().width()));
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.how"));
        }
    }

    private void explain(Desk desk, String word) {
        Optional<String> text = explanation(desk, word);
        if (text.isPresent()) {
            desk.page(desk.screen().markdown(text.get()));
        } else {
            desk.screen().say(Tint.WARNING, desk.texts().get("sockets.unknown", word));
        }
    }

    private static Optional<String> explanation(Desk desk, String word) {
        if (word.equals(ALL) || word.equals("?")) {
            List<String> all = new ArrayList<>();
            for (SocketTable.Column column : SocketTable.Column.values()) {
                all.add(desk.texts().get(key(column)));
            }
            all.add(desk.texts().get("sockets.states", String.join("`, `", STATES)));
            return Optional.of(String.join("\n\n", all));
        }
        String state = SocketTable.state(word.toUpperCase(Locale.ROOT));
        if (STATES.contains(state)) {
            return Optional.of(desk.texts().get("sockets.state." + state));
        }
        return SocketTable.Column.named(word).map(column -> desk.texts().get(key(column)));
    }

    private static String key(SocketTable.Column column) {
        return "sockets.column." + column.word();
    }
}
