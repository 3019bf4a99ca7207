package labo.bench;

import java.util.Locale;

/** What a figure must not exceed, or must reach. */
record Goal(boolean atMost, double bound, String unit) {
    static Goal atMost(double bound, String unit) {
        return new Goal(true, bound, unit);
    }

    static Goal atLeast(double bound, String unit) {
        return new Goal(false, bound, unit);
    }

    /** One line: the figure, the goal, and whether it is reached or by how much it is missed. */
    String judge(String what, double figure) {
        boolean reached = atMost ? figure <= bound : figure >= bound;
        String verdict = reached
                ? "reached"
                : String.format(Locale.ROOT, "missed by %.0f %%", 100 * Math.abs(figure - bound) / bound);
        return String.format(
                Locale.ROOT,
                "%-58s %8.2f %-3s goal: %s %.2f %s: %s",
                what,
                figure,
                unit,
                atMost ? "at most" : "at least",
                bound,
                unit,
                verdict);
    }
}
