package labo.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids of one kind of thing, each of which must be well formed and new. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final Map<String, Integer> lines = new LinkedHashMap<>();

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The id under {@code id} in {@code section}. */
    String read(Section section) {
        return section.required("id").map(this::read).orElse("");
    }

    String read(Value value) {
        String id = value.text();
        if (!id.isBlank()) {
            check(id, value);
        }
        return id;
    }

    private void check(String id, Value value) {
        Integer first = lines.putIfAbsent(id, value.line());
        if (!isId(id)) {
            value.problems().error(value.line(), Fault.ID_MALFORMED, id);
        } else if (first != null) {
            value.problems().error(value.line(), Fault.ID_DUPLICATE, id, first);
        }
    }

    boolean contains(String id) {
        return lines.containsKey(id);
    }

    Iterable<String> all() {
        return lines.keySet();
    }
}
