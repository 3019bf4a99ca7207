package labo.catalog;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys and values of one block of a YAML file. A key that is asked for is a known key; {@link #finish} reports the
 * others.
 */
final class Section {
    private final String name;
    private final int line;
    private final Problems problems;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    // Of a block that is not there at all nothing is missing any more.
    private final boolean absent;

    Section(String name, MappingNode node, Problems problems) {
        this(name, Value.lineOf(node), problems, false);
        node.getValue().forEach(this::add);
    }

    private Section(String name, int line, Problems problems, boolean absent) {
        this.name = name;
        this.line = line;
        this.problems = problems;
        this.absent = absent;
    }

    /** Stands for a block that could not be read: nothing in it is missing. */
    static Section empty(String name, int line, Problems problems) {
        return new Section(name, line, problems, true);
    }

    private void add(NodeTuple tuple) {
        int keyLine = Value.lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            problems.error(keyLine, Fault.KEY_NOT_TEXT);
            return;
        }
        String key = scalar.getValue();
        Integer first = keyLines.putIfAbsent(key, keyLine);
        if (first != null) {
            problems.error(keyLine, Fault.YAML_DUPLICATE_KEY, key, first);
            return;
        }
        values.put(key, new Value(key, tuple.getValueNode(), problems));
    }

    int line() {
        return line;
    }

    /** Where {@code key} stands, or the block where it is missing. */
    int line(String key) {
        return keyLines.getOrDefault(key, line);
    }

    Problems problems() {
        return problems;
    }

    boolean isAbsent() {
        return absent;
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    Optional<Value> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there; its absence is reported. */
    Optional<Value> required(String key) {
        Optional<Value> value = value(key);
        if (value.isEmpty() && !absent) {
            problems.error(line, Fault.KEY_MISSING, key, name);
        }
        return value;
    }

    String text(String key) {
        return required(key).map(Value::text).orElse("");
    }

    String prose(String key) {
        return required(key).map(Value::prose).orElse("");
    }

    @Nullable
    String optionalProse(String key) {
        return value(key).map(Value::prose).orElse(null);
    }

    int wholeNumber(String key, int least, int most) {
        return required(key).map(value -> value.wholeNumber(least, most)).orElse(least);
    }

    @Nullable
    Integer optionalNumber(String key, int least, int most) {
        return value(key).map(value -> value.wholeNumber(least, most)).orElse(null);
    }

    boolean flag(String key) {
        return value(key).map(Value::flag).orElse(false);
    }

    /** Reads a key that only says what its block is ({@code start: true}). */
    void mustBeTrue(String key) {
        value(key)
                .filter(Value::isScalar)
                .filter(value -> !value.flag())
                .ifPresent(value -> value.problems().error(value.line(), Fault.WORD_UNKNOWN, value.literal(), "true"));
    }

    List<Value> list(String key) {
        return value(key).map(Value::list).orElse(List.of());
    }

    /** A list that must be there and hold something. */
    List<Value> filledList(String key) {
        Optional<Value> value = required(key);
        List<Value> list = value.map(Value::list).orElse(List.of());
        value.filter(Value::isList)
                .filter(there -> list.isEmpty())
                .ifPresent(there -> problems.error(there.line(), Fault.LIST_EMPTY, key));
        return list;
    }

    /** The block under {@code key}; where it is not there, an empty one. */
    Section section(String key) {
        return value(key).map(Value::section).orElseGet(() -> empty(key, line, problems));
    }

    /** The values whose keys nobody has asked for, in order, and as of now asked for. */
    Map<String, Value> rest() {
        Map<String, Value> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(asked);
        asked.addAll(rest.keySet());
        return rest;
    }

    /** A word out of {@code known}, or the first of them where it is another, which is reported. */
    String word(String key, List<String> known) {
        return required(key).map(value -> knownWord(value, known)).orElse(known.get(0));
    }

    String wordOr(String key, List<String> known, String absentValue) {
        return value(key).map(value -> knownWord(value, known)).orElse(absentValue);
    }

    private String knownWord(Value value, List<String> known) {
        String word = value.text();
        if (known.contains(word)) {
            return word;
        }
        if (!word.isBlank()) {
            problems.unknownWord(value.line(), Fault.WORD_UNKNOWN, Fault.WORD_UNKNOWN_SUGGESTION, word, known);
        }
        return known.get(0);
    }

    /** The one key of {@code alternatives} that is there; none, or more than one, is reported. */
    Optional<String> oneOf(Collection<String> alternatives) {
        List<String> present = alternatives.stream().filter(this::has).toList();
        if (present.isEmpty() && !absent) {
            reportNoneOf(alternatives);
        }
        if (present.size() > 1) {
            problems.error(line(present.get(1)), Fault.KEY_ALTERNATIVES_TOO_MANY, String.join(", ", present));
        }
        return present.stream().findFirst();
    }

    private void reportNoneOf(Collection<String> alternatives) {
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(asked);
        boolean misspelt =
                unknown.stream().anyMatch(key -> Nearest.to(key, alternatives).isPresent());
        // A misspelt alternative is reported as an unknown key: one cause, one finding.
        if (!misspelt) {
            problems.error(line, Fault.KEY_ALTERNATIVES_MISSING, name, String.join(", ", alternatives));
        }
    }

    /** Reports every key that nobody has asked for. */
    void finish() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                problems.unknownWord(line(key), Fault.KEY_UNKNOWN, Fault.KEY_UNKNOWN_SUGGESTION, key, asked);
            }
        }
    }
}
