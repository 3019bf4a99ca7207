package labo.pages;

import java.util.List;

/**
 * Programs of a class that look alike: where to look, never a judgement.
 *
 * @param note French: what was compared, or why nothing was
 * @param pairs the most alike first
 */
public record Similarities(String note, List<Pair> pairs) {
    /** Nothing was compared, and nothing is said of it. */
    public static final Similarities NONE = new Similarities("", List.of());

    public Similarities {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two programs.
     *
     * @param percent how much of the two is alike, 0 to 100
     * @param page where both stand side by side, from the class page
     */
    public record Pair(ClassPage.Link first, ClassPage.Link second, int percent, String page) {}
}
