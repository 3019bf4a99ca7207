package labo.report;

/**
 * How text looks where it is shown.
 *
 * @param colour whether ANSI colours may be used
 * @param unicode whether symbols beyond ASCII may be used
 * @param width in columns, 20 at least
 */
public record Theme(boolean colour, boolean unicode, int width) {
    private static final String RESET = "\u001b[0m";

    /** What a symbol stands for. */
    public enum Symbol {
        PASSED("✔", "[ok]", Style.GOOD),
        FAILED("✘", "[X]", Style.BAD),
        BLOCKED("⊘", "[-]", Style.FAINT),
        UNJUDGED("○", "[ ]", Style.FAINT),
        INCONCLUSIVE("⚠", "[!]", Style.WARNING);

        private final String unicode;
        private final String ascii;
        private final Style style;

        Symbol(String unicode, String ascii, Style style) {
            this.unicode = unicode;
            this.ascii = ascii;
            this.style = style;
        }
    }

    /** What a colour says. */
    public enum Style {
        PLAIN(""),
        GOOD("32"),
        BAD("31"),
        WARNING("33"),
        STRONG("1"),
        FAINT("2"),
        MACHINE_A("34"),
        MACHINE_B("35");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    public Theme {
        if (width < 20) {
            throw new IllegalArgumentException("too narrow: " + width);
        }
    }

    /** No colour, every symbol, 80 columns: what goes into a file. */
    public static Theme plain() {
        return new Theme(false, true, 80);
    }

    /** The symbol, in its colour. */
    public String symbol(Symbol symbol) {
        return styled(symbol.style, unicode ? symbol.unicode : symbol.ascii);
    }

    /** {@code text} in a style. */
    public String styled(Style style, String text) {
        return colour && !style.code.isEmpty() ? "\u001b[" + style.code + "m" + text + RESET : text;
    }

    /** What stands for something left out. */
    public String ellipsis() {
        return unicode ? "…" : "...";
    }
}
