package labo.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import labo.shell.text.Tint;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.utils.AttributedString;

/** Reads what the learner types: Python with its history, or answers and commands with theirs. */
final class Prompt {
    private static final int HISTORY = 2000;
    private static final int LONG_LIST = 200;

    private final Screen screen;
    private final GuardedReader python;
    private final GuardedReader words;
    private final GuardedReader waiting;
    private final Deque<String> ahead = new ArrayDeque<>();
    private String begun = "";

    /** What came of reading a line. */
    sealed interface Typed {
        /** A line; with a paste, several. */
        record Line(String text) implements Typed {}

        /** Ctrl-C: the line is dropped. */
        record Dropped() implements Typed {}

        /** What was waited for has come: what had been typed is kept for the next line. */
        record Woken() implements Typed {}

        /** Ctrl-D, or the terminal is gone. */
        record Closed() implements Typed {}
    }

    /**
     * @param state where the histories are kept
     * @param completer asked in both
     * @param highlighter of Python
     */
    Prompt(Screen screen, Path state, Completer completer, Highlighter highlighter) {
        this.screen = screen;
        this.python = reader(screen, state.resolve("historique-python"), completer, highlighter);
        this.words = reader(screen, state.resolve("historique-commandes"), completer, new PlainHighlighter());
        this.waiting = reader(screen, state.resolve("historique-attente"), completer, new PlainHighlighter());
        waiting.setVariable(LineReader.DISABLE_HISTORY, true);
        waiting.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
    }

    private static GuardedReader reader(Screen screen, Path history, Completer completer, Highlighter highlighter) {
        GuardedReader reader = new GuardedReader(screen.terminal(), screen::resized);
        reader.setVariable(LineReader.HISTORY_FILE, history);
        reader.setVariable(LineReader.HISTORY_SIZE, HISTORY);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, HISTORY);
        reader.setVariable(LineReader.LIST_MAX, LONG_LIST);
        reader.setOpt(LineReader.Option.INSERT_TAB);
        reader.unsetOpt(LineReader.Option.HISTORY_REDUCE_BLANKS);
        reader.setParser(new WordParser());
        reader.setCompleter(completer);
        reader.setHighlighter(highlighter);
        reader.setHistory(new DefaultHistory(reader));
        return reader;
    }

    /** Reads a line behind {@code prompt}; what was typed ahead comes first. */
    Typed read(String prompt, Tint tint, boolean asPython) {
        String next = asPython ? ahead.poll() : null;
        if (next != null) {
            screen.line(tint, prompt + next);
            return new Typed.Line(next);
        }
        return read(asPython ? python : waitsForWords(), prompt, tint);
    }

    private GuardedReader waitsForWords() {
        ahead.clear();
        return words;
    }

    /** Keeps a line for the next time that Python is read. */
    void later(String line) {
        ahead.add(line);
    }

    /** Reads a line until the wake rings. What is typed vanishes from the screen once it has been read. */
    Typed read(String prompt, Tint tint, Wake wake) {
        if (!wake.begin()) {
            return new Typed.Woken();
        }
        Typed typed = read(waiting, prompt, tint);
        if (wake.end() && typed instanceof Typed.Dropped) {
            return new Typed.Woken();
        }
        begun = "";
        return typed;
    }

    private Typed read(GuardedReader reader, String prompt, Tint tint) {
        screen.flush();
        screen.above(reader);
        AttributedString shown = screen.look().shown(tint.of(prompt));
        String lead = screen.look().colour() ? shown.toAnsi(screen.terminal()) : shown.toString();
        String already = begun;
        begun = "";
        try {
            return new Typed.Line(reader.readLine(lead, null, (MaskingCallback) null, already));
        } catch (UserInterruptException interrupted) {
            begun = reader == waiting ? interrupted.getPartialLine() : "";
            return new Typed.Dropped();
        } catch (EndOfFileException | java.io.IOError closed) {
            return new Typed.Closed();
        }
    }
}
