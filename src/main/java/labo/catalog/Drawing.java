package labo.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.lesson.Draw;
import labo.lesson.Draw.Derived.Change;

/** Reads {@code draw} blocks. */
final class Drawing {
    private static final List<String> FORMS =
            List.of("words", "text", "octets", "not-utf8", "from", "one-of", "sha256", "upper");
    private static final int MOST_WORDS = 100;
    private static final int MOST_OCTETS = 10_000_000;
    private static final int MOST_NUMBER = 1_000_000_000;

    private Drawing() {}

    /** The draws under {@code draw}; their names must be new. */
    static Map<String, Draw> read(Section owner, Names names) {
        Map<String, Draw> draws = new LinkedHashMap<>();
        Section block = owner.section("draw");
        block.rest().forEach((name, value) -> {
            names.checkNew(name, block.line(name), owner.problems());
            one(value, names.plus(drawn(draws))).ifPresent(draw -> draws.put(name, draw));
        });
        return draws;
    }

    /** What a derived value may be made of: what is drawn above it. */
    private static List<String> drawn(Map<String, Draw> draws) {
        return draws.entrySet().stream()
                .filter(draw -> !(draw.getValue() instanceof Draw.Derived))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<Draw> one(Value value, Names names) {
        Section form = value.section();
        Optional<Draw> draw = form.oneOf(FORMS).map(key -> draw(key, form, names));
        form.finish();
        return draw;
    }

    private static Draw draw(String key, Section form, Names names) {
        return switch (key) {
            case "words" -> new Draw.Words(form.wholeNumber(key, 1, MOST_WORDS));
            case "text" -> new Draw.Text(form.wholeNumber(key, 1, MOST_OCTETS));
            case "octets" -> new Draw.RandomOctets(form.wholeNumber(key, 1, MOST_OCTETS));
            case "not-utf8" -> new Draw.NotUtf8(form.wholeNumber(key, 2, MOST_OCTETS));
            case "one-of" ->
                new Draw.OneOf(form.filledList(key).stream().map(Value::literal).toList());
            case "sha256" -> derived(Change.SHA256, key, form, names);
            case "upper" -> derived(Change.UPPER, key, form, names);
            default -> range(form);
        };
    }

    private static Draw derived(Change change, String key, Section form, Names names) {
        return new Draw.Derived(
                change, form.value(key).map(value -> value.template(names)).orElse(""));
    }

    private static Draw range(Section form) {
        int from = form.wholeNumber("from", -MOST_NUMBER, MOST_NUMBER);
        int to = form.wholeNumber("to", -MOST_NUMBER, MOST_NUMBER);
        if (form.has("to") && from > to) {
            form.problems().error(form.line("from"), Fault.RANGE_EMPTY, from, to);
        }
        return new Draw.WholeNumber(from, to);
    }
}
