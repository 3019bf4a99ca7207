package labo.catalog;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.lesson.OwnMisconception;
import labo.lesson.Sign;

/** Reads an exercise's own misconceptions, and the signs by which its checks recognise them. */
final class OwnMisconceptions {
    private final Section block;
    private final Map<String, OwnMisconception> all = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();

    private OwnMisconceptions(Section block) {
        this.block = block;
    }

    /**
     * Reads their texts.
     *
     * @param known the lab's, whose ids are taken
     */
    static OwnMisconceptions read(Section block, Misconceptions known) {
        OwnMisconceptions own = new OwnMisconceptions(block);
        block.rest().forEach((id, value) -> own.add(id, value.section(), known));
        return own;
    }

    private void add(String id, Section texts, Misconceptions known) {
        if (!Ids.isId(id)) {
            block.problems().error(block.line(id), Fault.ID_MALFORMED, id);
        } else if (known.has(id)) {
            block.problems().error(block.line(id), Fault.MISCONCEPTION_TAKEN, id);
        }
        all.put(
                id,
                new OwnMisconception(
                        id, texts.prose("title"), texts.prose("happened"), texts.prose("why"), texts.prose("look")));
        texts.finish();
    }

    Map<String, OwnMisconception> all() {
        return Map.copyOf(all);
    }

    /** A check's signs. */
    List<Sign> signs(List<Value> signs, Scope scope) {
        return signs.stream().map(sign -> sign(sign.section(), scope)).toList();
    }

    private Sign sign(Section section, Scope scope) {
        String id = section.text("of");
        named.add(id);
        if (!id.isBlank() && !all.containsKey(id)) {
            section.problems()
                    .unknownWord(
                            section.line("of"), Fault.SIGN_UNKNOWN, Fault.SIGN_UNKNOWN_SUGGESTION, id, all.keySet());
        }
        Sign sign = new Sign(
                id,
                section.filledList("seen").stream()
                        .flatMap(seen -> Expectations.alone(seen, scope).stream())
                        .toList());
        section.finish();
        return sign;
    }

    /** Reports those that no check recognises. */
    void reportUnused() {
        all.keySet().stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> block.problems().error(block.line(id), Fault.MISCONCEPTION_UNUSED, id));
    }
}
