package labo.grade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The files' names, the program's first. */
    List<String> names() {
        return Stream.concat(Stream.of(main), files.keySet().stream().filter(name -> !name.equals(main)))
                .toList();
    }

    /** The files as text, by name. */
    Map<String, String> texts() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().text()));
    }
}
