package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import labo.machine.SocketState;
import labo.observe.Endpoint;
import labo.shell.Desk;
import labo.shell.text.Tables;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;

/** {@code /prises}: machine A's sockets as {@code ss} shows them; with a question mark, what the columns mean. */
final class SocketsCommand implements Command {
    @Override
    public String name() {
        return "prises";
    }

    @Override
    public List<String> arguments(Desk desk) {
        return List.of("?");
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.equals("?")) {
            desk.page(desk.screen().markdown(desk.texts().get("sockets.columns")));
            return;
        }
        Optional<List<SocketState>> sockets = desk.liveSockets();
        if (sockets.isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.closed"));
        } else if (sockets.get().isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.none"));
        } else {
            desk.page(table(desk, sockets.get()));
            desk.screen().say(Tint.FAINT, desk.texts().get("sockets.how"));
        }
    }

    private static List<AttributedString> table(Desk desk, List<SocketState> sockets) {
        List<List<AttributedString>> rows = new ArrayList<>();
        rows.add(Stream.of("Netid", "State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port")
                .map(Tint.STRONG::of)
                .toList());
        for (SocketState socket : sockets) {
            rows.add(Stream.of(
                            socket.protocol(),
                            socket.state(),
                            String.valueOf(socket.receiveQueue()),
                            String.valueOf(socket.sendQueue()),
                            shown(socket.local()),
                            shown(socket.remote()))
                    .map(AttributedString::new)
                    .toList());
        }
        return Tables.columns(rows, desk.screen().symbols());
    }

    /** {@code ss} writes a star for any port. */
    private static String shown(Endpoint endpoint) {
        return endpoint.port() == 0 ? endpoint.host() + ":*" : endpoint.toString();
    }
}
