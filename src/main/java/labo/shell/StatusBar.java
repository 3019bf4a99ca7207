package labo.shell;

import java.util.List;
import labo.shell.text.Look;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Status;

/** The line at the bottom of the terminal, where it can have one. */
final class StatusBar {
    private final Terminal terminal;
    private final Screen screen;
    private final Look look;
    private Footer footer = new Footer("", 0, 0, "", List.of(), "");

    StatusBar(Screen screen) {
        this.terminal = screen.terminal();
        this.screen = screen;
        this.look = screen.look();
        screen.whenResized(() -> screen.undisturbed(this::redraw));
    }

    synchronized void show(Footer newFooter) {
        footer = newFooter;
        screen.undisturbed(this::draw);
    }

    /** What fits has changed. */
    private synchronized void redraw() {
        if (!footer.lesson().isEmpty()) {
            draw();
        }
    }

    private synchronized void draw() {
        Status status = Status.getStatus(terminal);
        if (status != null) {
            status.setBorder(look.unicode());
            status.update(List.of(line()));
        }
    }

    synchronized Footer footer() {
        return footer;
    }

    private AttributedString line() {
        return look.shown(footer.line(look.symbols(), Math.max(1, terminal.getWidth() - 1)));
    }

    /** Out of the way of a program that wants the whole terminal. */
    void suspend() {
        Status.getExistingStatus(terminal).ifPresent(Status::suspend);
    }

    void restore() {
        Status.getExistingStatus(terminal).ifPresent(Status::restore);
    }

    /** Takes it off the screen: what the terminal's next program writes stands alone. */
    void close() {
        screen.undisturbed(() -> Status.getExistingStatus(terminal).ifPresent(StatusBar::remove));
        screen.flush();
    }

    private static void remove(Status status) {
        status.hide();
        status.close();
    }
}
