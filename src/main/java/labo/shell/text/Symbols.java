package labo.shell.text;

/**
 * The symbols of a screen.
 *
 * @param bullet before an item
 * @param bar between a machine's name and what it says
 * @param quote before a quoted line
 * @param rule what tables and separations are drawn with
 * @param full the done part of a progress bar
 * @param empty the rest of it
 */
public record Symbols(
        String done,
        String wrong,
        String todo,
        String hand,
        String bullet,
        String bar,
        String quote,
        String rule,
        String full,
        String empty,
        String arrow,
        String prompt) {
    /** For a terminal that shows them. */
    public static final Symbols UNICODE = new Symbols("✔", "✘", "○", "▸", "•", "│", "▎", "─", "━", "─", "→", "›");

    /** For any other. */
    public static final Symbols ASCII = new Symbols("[ok]", "[X]", "[ ]", ">", "-", "|", "|", "-", "#", "-", "->", ">");
}
