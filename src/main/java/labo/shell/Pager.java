package labo.shell;

import java.util.List;
import labo.report.Texts;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;

/** Shows long texts a screenful at a time. */
final class Pager {
    /** Lines that the status line, its border, the prompt and a heading take. */
    private static final int KEPT = 5;

    private static final int LEAST = 5;

    private final Screen screen;
    private final Texts texts;
    private final GuardedReader pause;
    private int above;

    Pager(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
        this.pause = new GuardedReader(screen.terminal(), screen::resized);
        pause.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        pause.setVariable(LineReader.DISABLE_HISTORY, true);
    }

    /** The first screenful of the next text leaves so many lines on the screen. */
    void under(int lines) {
        above = lines;
    }

    /** Shows them; false if the learner wants to leave the lab. */
    boolean show(List<AttributedString> lines) {
        int room = Math.max(LEAST, screen.height() - KEPT - above);
        above = 0;
        int at = 0;
        while (lines.size() - at > room) {
            int end = end(lines, at, room);
            screen.lines(lines.subList(at, end));
            at = end;
            Prompt.Typed typed = more(lines.size() - at);
            room = Math.max(LEAST, screen.height() - KEPT);
            if (!(typed instanceof Prompt.Typed.Line)) {
                return typed instanceof Prompt.Typed.Dropped;
            }
        }
        screen.lines(lines.subList(at, lines.size()));
        return true;
    }

    /** Where a screenful ends: behind an empty line in its second half, but not just behind a title. */
    private int end(List<AttributedString> lines, int at, int room) {
        for (int end = at + room; end > at + room / 2; end--) {
            boolean title =
                    lines.get(end - 2).toString().startsWith(screen.symbols().hand());
            if (lines.get(end - 1).length() == 0 && !title) {
                return end;
            }
        }
        return at + room;
    }

    /** Enter goes on, Ctrl-C leaves the rest out. */
    private Prompt.Typed more(int left) {
        screen.flush();
        screen.above(pause);
        try {
            return new Prompt.Typed.Line(pause.readLine(texts.count("pager", left)));
        } catch (UserInterruptException enough) {
            return new Prompt.Typed.Dropped();
        } catch (EndOfFileException | java.io.IOError closed) {
            return new Prompt.Typed.Closed();
        }
    }
}
