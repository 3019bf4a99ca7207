package labo.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells, in a replay, which step a statement prepared. Steps may prepare the same: then the first time was the first
 * step's, the second time the next one's. Used for one replay.
 */
final class Preparations {
    private final Map<String, List<String>> statements;
    private final Map<String, Integer> done = new LinkedHashMap<>();

    /** @param statements by the step's id, in the lesson's order: what was typed before it, with values */
    Preparations(Map<String, List<String>> statements) {
        this.statements = new LinkedHashMap<>(statements);
    }

    /** The id of the step whose preparation goes on with this statement. */
    Optional<String> of(String statement) {
        Optional<String> step =
                statements.keySet().stream().filter(id -> isNext(id, statement)).findFirst();
        step.ifPresent(id -> done.merge(id, 1, Integer::sum));
        return step;
    }

    private boolean isNext(String id, String statement) {
        List<String> all = statements.getOrDefault(id, List.of());
        int count = done.getOrDefault(id, 0);
        return count < all.size() && all.get(count).equals(statement);
    }
}
