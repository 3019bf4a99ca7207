package labo.pages;

import labo.report.Texts;

/**
 * What became of one check, as a table shows it: never by colour alone.
 *
 * @param term the English word of the verdict: {@code passed failed blocked unjudged inconclusive none}
 * @param symbol one character
 * @param word French
 */
public record Cell(String term, String symbol, String word) {
    /** The cell for a verdict's word; for one that is not known, or where nothing was graded, {@code none}. */
    static Cell of(String term, Texts texts) {
        String known = texts.has("verdict." + term) ? term : "none";
        return new Cell(known, symbol(known), texts.get("verdict." + known));
    }

    private static String symbol(String term) {
        return switch (term) {
            case "passed" -> "✔";
            case "failed" -> "✘";
            case "blocked" -> "⊘";
            case "unjudged" -> "○";
            case "inconclusive" -> "⚠";
            default -> "·";
        };
    }
}
