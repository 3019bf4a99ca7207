package labo.lesson;

import java.util.List;

/**
 * What gives a misconception away where a check has failed.
 *
 * @param misconception the id of one of the exercise's own
 * @param seen what must all have been observed in the scenario
 */
public record Sign(String misconception, List<Expectation> seen) {
    public Sign {
        seen = List.copyOf(seen);
    }
}
