package labo.app;

import java.io.PrintStream;
import java.nio.charset.Charset;
import labo.report.Theme;

/**
 * Where a command writes.
 *
 * @param out the report alone
 * @param err progress, notices and errors
 * @param charset of both
 * @param interactive whether stdin and stdout are a terminal
 * @param outIsTerminal whether {@code out} is one
 * @param errIsTerminal whether {@code err} is one
 * @param unicode whether symbols beyond ASCII show
 * @param columns how wide it is
 */
record Terminal(
        PrintStream out,
        PrintStream err,
        Charset charset,
        boolean interactive,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean unicode,
        int columns) {
    /** Columns from which everything shows without being squeezed. */
    static final int COMFORTABLE = 80;

    private static final int NARROWEST = 40;
    private static final int WIDEST = 110;

    /** How to write on {@code out}: a file gets neither colours nor a width of its own. */
    Theme outTheme(boolean colourAllowed) {
        return outIsTerminal ? new Theme(colourAllowed, unicode, width()) : Theme.plain();
    }

    /** How to write on {@code err}. */
    Theme errTheme(boolean colourAllowed) {
        return errIsTerminal ? new Theme(colourAllowed, unicode, width()) : Theme.plain();
    }

    private int width() {
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }
}
