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
 */
public record CheckSpec(
        String id,
        String title,
        int points,
        List<String> needs,
        Expectation expectation,
        @Nullable String hint,
        @Nullable String message) {
    public CheckSpec {
        needs = List.copyOf(needs);
    }
}
