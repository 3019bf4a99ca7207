package labo.catalog;

import java.util.HashSet;
import java.util.Set;

/**
 * The ids that a course may name as misconceptions.
 *
 * @param known empty: any
 */
record Misconceptions(Set<String> known) {
    Misconceptions {
        known = Set.copyOf(known);
    }

    boolean has(String id) {
        return known.contains(id);
    }

    /** These, and an exercise's own. Where any id may name one, any still may. */
    Misconceptions plus(Set<String> own) {
        Set<String> all = new HashSet<>(known);
        if (!all.isEmpty()) {
            all.addAll(own);
        }
        return new Misconceptions(all);
    }

    void check(String id, int line, Problems problems) {
        if (!known.isEmpty() && !known.contains(id)) {
            problems.unknownWord(
                    line,
                    Fault.MISCONCEPTION_UNKNOWN,
                    Fault.MISCONCEPTION_UNKNOWN_SUGGESTION,
                    id,
                    known.stream().sorted().toList());
        }
    }
}
