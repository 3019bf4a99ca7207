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

    Pager(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
        this.pause = new GuardedReader(screen.terminal());
        pause.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        pause.setVariable(LineReader.DISABLE_HISTORY, true);
    }

    void show(List<AttributedString> lines) {
        int room = Math.max(LEAST, screen.height() - KEPT);
        int at = 0;
        while (lines.size() - at > room) {
            int end = end(lines, at, room);
            screen.lines(lines.subList(at, end));
            at = end;
            if (!more(lines.size() - at)) {
                return;
            }
        }
        screen.lines(lines.subList(at, lines.size()));
    }

    /** Where a screenful ends: behind an empty line, if there is one in its second half. */
    private static int end(List<AttributedString> lines, int at, int room) {
        for (int end = at + room; end > at + room / 2; end--) {
            if (lines.get(end - 1).length() == 0) {
                return end;
            }
        }
        return at + room;
    }

    /** Whether the learner wants the rest. */
    private boolean more(int left) {
        screen.flush();
        screen.above(pause);
        try {
            pause.readLine(texts.count("pager", left));
            return true;
        } catch (UserInterruptException | EndOfFileException enough) {
            return false;
        }
    }
}
