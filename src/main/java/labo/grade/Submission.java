package labo.grade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import labo.observe.Octets;

/**
 * A learner's files.
 *
 * @param main the name of the program among them
 * @param files by name, relative to the learner's folder, with {@code /} between folders
 */
public record Submission(String main, Map<String, Octets> files) {
    /** @throws IllegalArgumentException if {@code main} is not one of the files */
    public Submission {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        if (!files.containsKey(main)) {
            throw new IllegalArgumentException("no file named " + main);
        }
    }
}
