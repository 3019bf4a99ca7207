package labo.pages;

import java.util.List;

/**
 * Two programs side by side. All texts are harmless, none is escaped.
 *
 * @param percent how much of the two is alike, 0 to 100
 */
public record PairPage(String title, ClassPage.Link first, ClassPage.Link second, int percent, Side left, Side right) {
    /** One of the two programs; {@code name} is its file's. */
    public record Side(String name, List<Line> lines) {
        public Side {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a program.
     *
     * @param number from 1
     * @param match the number, from 1, of the passage that it has in common with the other program; 0: none
     */
    public record Line(int number, String text, int match) {}
}
