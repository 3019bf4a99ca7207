package labo.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the book keeps of one mark. Heavy: have one at a time.
 *
 * @param report JSON of {@code verifier --format json}, also with {@code explanations} and
 *     {@code diagrams}; null where nothing was graded
 * @param sources the submitted files' texts by name, the program's first; empty where nothing was graded
 */
public record Dossier(Mark mark, @Nullable JsonNode report, Map<String, String> sources) {}
