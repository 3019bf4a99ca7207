package labo.catalog;

import java.util.Optional;

/** Finds what a misspelt word was meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The one of {@code known} that {@code word} most likely means, if it is near enough to be a slip. */
    public static Optional<String> to(String word, Iterable<String> known) {
        String best = null;
        int least = 1 + Math.max(1, word.length() / 3);
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters must be typed, deleted, replaced, or swapped with their neighbour. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int edit = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(edit, cost[i - 2][j - 2] + 1) : edit;
    }
}
