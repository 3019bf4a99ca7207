package labo.similarity;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param compared how many programs were compared, each with each
 * @param leftOut how many could not be: what is not Python, what is too long or nested too deep
 * @param pairs those alike enough, the most alike first
 */
public record Findings(int compared, int leftOut, List<Alike> pairs) {
    public Findings {
        pairs = List.copyOf(pairs);
    }
}
