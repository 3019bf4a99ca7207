package labo.catalog;

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
