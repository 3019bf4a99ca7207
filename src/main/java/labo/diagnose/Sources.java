package labo.diagnose;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.CodeLine;

/**
 * The learner's files.
 *
 * @param program the name of the one that is run
 * @param texts their texts by name, as far as they are text
 */
public record Sources(String program, Map<String, String> texts) {
    public Sources {
        texts = Map.copyOf(texts);
    }

    /** The text of that line, if there is one. */
    Optional<String> textOf(CodeLine place) {
        return Stream.ofNullable(texts.get(place.file()))
                .flatMap(String::lines)
                .skip(place.line() - 1L)
                .findFirst();
    }
}
