package labo.shell;

import labo.shell.text.Look;
import labo.shell.text.PythonTokens;
import labo.shell.text.Tint;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Colours the Python line, or the command, being typed. */
final class PythonHighlighter implements Highlighter {
    private final Look look;

    PythonHighlighter(Look look) {
        this.look = look;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (!look.colour()) {
            return new AttributedString(buffer);
        }
        return buffer.startsWith("/") ? Tint.TITLE.of(buffer) : PythonTokens.colour(buffer);
    }
}
