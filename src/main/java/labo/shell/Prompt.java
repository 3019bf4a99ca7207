package labo.shell;

import java.nio.file.Path;
import labo.shell.text.Tint;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
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

    /** What came of reading a line. */
    sealed interface Typed {
        /** A line; with a paste, several. */
        record Line(String text) implements Typed {}

        /** Ctrl-C: the line is dropped. */
        record Dropped() implements Typed {}

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

    /** Reads a line behind {@code prompt}. */
    Typed read(String prompt, Tint tint, boolean asPython) {
        GuardedReader reader = asPython ? python : words;
        screen.flush();
        screen.above(reader);
        AttributedString shown = screen.look().shown(tint.of(prompt));
        String lead = screen.look().colour() ? shown.toAnsi(screen.terminal()) : shown.toString();
        try {
            return new Typed.Line(reader.readLine(lead));
        } catch (UserInterruptException interrupted) {
            return new Typed.Dropped();
        } catch (EndOfFileException | java.io.IOError closed) {
            return new Typed.Closed();
        }
    }
}
