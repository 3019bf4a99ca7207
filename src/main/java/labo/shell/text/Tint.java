package labo.shell.text;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** What a colour says. Only the eight colours that every palette makes readable are used. */
public enum Tint {
    PLAIN(AttributedStyle.DEFAULT),
    STRONG(AttributedStyle.BOLD),
    EMPHASIS(AttributedStyle.DEFAULT.italic()),
    TITLE(AttributedStyle.BOLD.foreground(AttributedStyle.CYAN)),
    FAINT(AttributedStyle.DEFAULT.faint()),
    GOOD(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    BAD(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    WARNING(AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)),
    CODE(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
    MACHINE_A(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE)),
    MACHINE_B(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    KEYWORD(AttributedStyle.BOLD.foreground(AttributedStyle.BLUE)),
    TEXT(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    NUMBER(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
    BUILTIN(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    COMMENT(AttributedStyle.DEFAULT.faint());

    /** JLine's style is immutable, though it does not say so in Error Prone's words. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final AttributedStyle style;

    Tint(AttributedStyle style) {
        this.style = style;
    }

    /** How it looks. */
    public AttributedStyle style() {
        return style;
    }

    /** {@code text} in it. */
    public AttributedString of(String text) {
        return new AttributedString(text, style);
    }
}
