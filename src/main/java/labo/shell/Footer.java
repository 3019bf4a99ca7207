package labo.shell;

import java.util.List;
import labo.machine.SocketState;
import labo.shell.text.Symbols;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * What the status line says. Pure.
 *
 * @param lesson the lesson's id
 * @param number the page's place, from 1
 * @param count how many pages there are
 * @param title the page's
 * @param sockets machine A's
 * @param next what the next key does
 */
record Footer(String lesson, int number, int count, String title, List<SocketState> sockets, String next) {
    private static final int BAR = 12;
    private static final int LEAST_TITLE = 8;
    private static final String GAP = "  ";

    Footer {
        sockets = List.copyOf(sockets);
    }

    /** The line: where one is on the left, the next key on the right; what does not fit is left out. */
    AttributedString line(Symbols symbols, int width) {
        AttributedString left = left(symbols);
        AttributedString right = Tint.STRONG.of(next);
        int room = width - left.columnLength() - right.columnLength() - GAP.length();
        AttributedString middle = middle(room - GAP.length());
        int space = Math.max(1, width - left.columnLength() - middle.columnLength() - right.columnLength());
        AttributedString line = AttributedString.join(
                AttributedString.EMPTY, left, middle, new AttributedString(" ".repeat(space)), right);
        return line.columnLength() <= width ? line : line.columnSubSequence(0, width);
    }

    private AttributedString left(Symbols symbols) {
        int full = count == 0 ? 0 : BAR * number / count;
        return new AttributedStringBuilder()
                .append(lesson, Tint.TITLE.style())
                .append(" " + number + "/" + count + " ")
                .append(symbols.full().repeat(full), Tint.GOOD.style())
                .append(symbols.empty().repeat(BAR - full), Tint.FAINT.style())
                .append(GAP)
                .toAttributedString();
    }

    private AttributedString middle(int room) {
        String shown = "";
        for (String socket : sockets.stream().map(Footer::socket).distinct().toList()) {
            String more = shown.isEmpty() ? socket : shown + GAP + socket;
            if (more.length() > room) {
                break;
            }
            shown = more;
        }
        if (!shown.isEmpty()) {
            return Tint.MACHINE_A.of(shown);
        }
        boolean fits = title.length() <= room || room >= LEAST_TITLE;
        return fits ? Tint.FAINT.of(title.substring(0, Math.min(title.length(), room))) : AttributedString.EMPTY;
    }

    private static String socket(SocketState socket) {
        boolean connected = socket.remote().port() != 0;
        return socket.state() + " " + socket.local() + (connected ? " " + socket.remote() : "");
    }
}
