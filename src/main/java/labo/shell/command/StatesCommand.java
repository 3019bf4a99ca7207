package labo.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import labo.observe.Timeline;
import labo.observe.tcp.TcpPath;
import labo.observe.tcp.TcpSockets;
import labo.shell.Desk;
import labo.shell.text.Tint;
import labo.shell.text.Wrapping;
import org.jline.utils.AttributedString;

/** {@code /etats}: RFC 9293's states, and the way that the socket in hand took, or the one of a name. */
final class StatesCommand implements Command {
    @Override
    public String name() {
        return "etats";
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public List<String> arguments(Desk desk) {
        return desk.thread().map(timeline -> new TcpSockets(timeline).names()).orElse(List.of());
    }

    @Override
    public void run(Desk desk, String argument) {
        Optional<Timeline> timeline = desk.thread();
        if (timeline.isEmpty()) {
            desk.screen().say(Tint.FAINT, desk.texts().get("states.none"));
            return;
        }
        TcpSockets sockets = new TcpSockets(timeline.get());
        Optional<TcpPath> path = argument.isEmpty() ? sockets.inHand() : sockets.named(argument);
        if (path.isPresent()) {
            desk.page(page(desk, sockets, path.get(), timeline.get().start()));
        } else {
            desk.screen().say(Tint.WARNING, missing(desk, sockets.names(), argument));
        }
    }

    private static String missing(Desk desk, List<String> names, String argument) {
        if (argument.isEmpty()) {
            return desk.texts().get("states.none");
        }
        return names.isEmpty()
                ? desk.texts().get("states.unknown", argument)
                : desk.texts().get("states.unknown.some", argument, String.join(", ", names));
    }

    private static List<AttributedString> page(Desk desk, TcpSockets sockets, TcpPath path, double start) {
        StateDrawing drawing =
                new StateDrawing(desk.texts(), desk.screen().look().unicode());
        Optional<String> name = sockets.nameOf(path);
        List<AttributedString> lines = new ArrayList<>();
        lines.addAll(wrapped(desk, Tint.TITLE, title(desk, path, name)));
        lines.addAll(drawing.drawing(path));
        lines.add(AttributedString.EMPTY);
        lines.addAll(drawing.steps(path, start));
        if (path.deduced()) {
            lines.addAll(wrapped(desk, Tint.WARNING, desk.texts().get("states.deduced")));
        }
        lines.addAll(wrapped(desk, Tint.FAINT, desk.texts().get("states.reset")));
        List<String> others = sockets.names().stream()
                .filter(other -> !Optional.of(other).equals(name))
                .toList();
        if (!others.isEmpty()) {
            String said = desk.texts().get("states.others", String.join(", ", others), others.get(0));
            lines.addAll(wrapped(desk, Tint.FAINT, said));
        }
        return lines;
    }

    private static List<AttributedString> wrapped(Desk desk, Tint tint, String text) {
        return Wrapping.wrap(tint.of(text), desk.screen().width());
    }

    private static String title(Desk desk, TcpPath path, Optional<String> name) {
        String socket = name.orElseGet(
                () -> path.local() == null ? desk.texts().get("states.unnamed") : String.valueOf(path.local()));
        return path.remote() == null
                ? desk.texts().get("states.title", socket)
                : desk.texts().get("states.title.connection", socket, path.remote());
    }
}
