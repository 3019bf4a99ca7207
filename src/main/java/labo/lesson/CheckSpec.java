package labo.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to check.
 *
 * @param id unique in its exercise
 * @param title French, short: what is right when it passes
 * @param points what it is worth
 * @param needs ids of earlier checks of the exercise: where one has not passed, this one is blocked
 * @param expectation what must have been observed
 * @param hint French: the next thing to look at when it fails
 * @param message French, instead of the general message; null: the general one
 * @param signs what gives the exercise's own misconceptions away when it fails, the more telling first
 */
public record CheckSpec(
        String id,
        String title,
        int points,
        List<String> needs,
        Expectation expectation,
        @Nullable String hint,
        @Nullable String message,
        List<Sign> signs) {
    public CheckSpec {
        needs = List.copyOf(needs);
        signs = List.copyOf(signs);
    }

    /** A check without signs of its own. */
    public CheckSpec(
            String id,
            String title,
            int points,
            List<String> needs,
            Expectation expectation,
            @Nullable String hint,
            @Nullable String message) {
        this(id, title, points, needs, expectation, hint, message, List.of());
    }
}
