package labo.similarity;

import java.util.List;

/**
 * Two programs that look alike.
 *
 * @param first the first one's name
 * @param second the other's
 * @param share how much of the two is alike, 0 to 1
 * @param passages what they have in common, in the order of the first
 */
public record Alike(String first, String second, double share, List<Passage> passages) {
    public Alike {
        passages = List.copyOf(passages);
    }

    /** Lines in common: from the first to the last, in each program; 1-based, inclusive. */
    public record Passage(int firstFrom, int firstTo, int secondFrom, int secondTo) {}
}
