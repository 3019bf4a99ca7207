package labo.classroom;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a tree of records so that equal trees give equal texts in every JVM, which their own texts do not. */
final class Canonical {
    private Canonical() {}

    static String text(@Nullable Object value) {
        if (value instanceof Record tree) {
            return tree.getClass().getSimpleName()
                    + Stream.of(tree.getClass().getRecordComponents())
                            .map(part -> part.getName() + "=" + text(part(tree, part)))
                            .collect(Collectors.joining(",", "(", ")"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> many) {
            Stream<String> texts = many.stream().map(Canonical::text);
            return (many instanceof Set ? texts.sorted() : texts).collect(Collectors.joining(",", "[", "]"));
        }
        return value == null ? "null" : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static @Nullable Object part(Record tree, RecordComponent part) {
        try {
            return part.getAccessor().invoke(tree);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(tree.getClass() + " cannot be read", closed);
        }
    }
}
