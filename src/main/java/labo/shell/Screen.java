package labo.shell;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import labo.report.Theme;
import labo.shell.text.Look;
import labo.shell.text.Markdown;
import labo.shell.text.Symbols;
import labo.shell.text.Tint;
import labo.shell.text.Wrapping;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where lines are shown: above the line being typed, if one is. Thread-safe; lines are shown in the order in which they
 * were given, by a thread of its own, so that giving one never waits for who is typing.
 */
public final class Screen implements AutoCloseable {
    private static final int WIDEST = 100;
    private static final int NARROWEST = 30;

    private final Terminal terminal;
    private final Look look;
    private final Markdown markdown;
    private final ExecutorService printer = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "screen");
        made.setDaemon(true);
        return made;
    });
    private final AtomicReference<@Nullable GuardedReader> reader = new AtomicReference<>(null);

    private volatile Runnable onResize = () -> {};

    Screen(Terminal terminal, Look look) {
        this.terminal = terminal;
        this.look = look;
        this.markdown = new Markdown(look.symbols());
    }

    /** From now on lines go above what this reader reads. */
    void above(GuardedReader current) {
        reader.set(current);
    }

    /** Has that done whenever the window has changed. */
    void whenResized(Runnable work) {
        onResize = work;
    }

    void resized() {
        onResize.run();
    }

    public Terminal terminal() {
        return terminal;
    }

    public Look look() {
        return look;
    }

    public Symbols symbols() {
        return look.symbols();
    }

    /** In columns; long lines are hard to read on a wide one. */
    public int width() {
        int width = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
        return Math.max(NARROWEST, Math.min(WIDEST, width - 1));
    }

    /** In lines. */
    int height() {
        return terminal.getHeight() > 0 ? terminal.getHeight() : 24;
    }

    /** How reports look here. */
    public Theme theme() {
        return new Theme(look.colour(), look.unicode(), width());
    }

    /** One line, as it is. */
    public void line(AttributedString line) {
        printer.execute(() -> print(look.shown(line)));
    }

    private void print(AttributedString line) {
        GuardedReader current = reader.get();
        if (current != null) {
            current.printAbove(line);
        } else {
            terminal.writer().println(look.colour() ? line.toAnsi(terminal) : line.toString());
            terminal.flush();
        }
    }

    /** Writes on the terminal in turn with lines, while nothing that is typed is shown. */
    void undisturbed(Runnable write) {
        printer.execute(() -> {
            GuardedReader current = reader.get();
            if (current != null) {
                current.undisturbed(write);
            } else {
                write.run();
            }
        });
    }

    /** All lines given so far are shown when this returns. */
    public void flush() {
        try {
            printer.submit(() -> {}).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        flush();
        printer.shutdown();
    }

    public void line(Tint tint, String text) {
        line(tint.of(text));
    }

    public void blank() {
        line(AttributedString.EMPTY);
    }

    public void lines(List<AttributedString> lines) {
        lines.forEach(this::line);
    }

    /** A sentence, wrapped. */
    public void say(Tint tint, String text) {
        lines(Wrapping.wrap(tint.of(text), width()));
    }

    /** A sentence behind a symbol. */
    public void marked(Tint tint, String symbol, String text) {
        lines(Wrapping.behind(tint.of(symbol + " "), tint.of(text), width()));
    }

    /** A Markdown text behind a symbol. */
    public void markedText(Tint tint, String symbol, String text) {
        AttributedString lead = tint.of(symbol + " ");
        AttributedString blank = new AttributedString(" ".repeat(lead.columnLength()));
        AttributedString next = lead;
        for (AttributedString line : markdown.lines(text, width() - lead.columnLength())) {
            line(AttributedString.join(AttributedString.EMPTY, next, line));
            next = blank;
        }
    }

    /** The lines of a Markdown text. */
    public List<AttributedString> markdown(String text) {
        return markdown.lines(text, width());
    }

    /** A line of parts in their colours. */
    public static AttributedString parts(Object... tintsAndTexts) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < tintsAndTexts.length; i += 2) {
            line.append(String.valueOf(tintsAndTexts[i + 1]), ((Tint) tintsAndTexts[i]).style());
        }
        return line.toAttributedString();
    }
}
