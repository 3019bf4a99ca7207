package labo.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns YAML text into nodes that know their lines, within bounds that no lesson comes near. */
final class Yaml {
    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 50_000;

    /** The parser's own words, and what they come down to. The first that is contained counts. */
    private static final Map<String, Fault> PROBLEMS = problems();

    private Yaml() {}

    /** The text's one document; empty where there is none that can be used, which is reported. */
    static Optional<Value> read(String name, String text, Problems problems) {
        try {
            return isShallow(text, problems)
                    ? compose(text, problems).map(node -> new Value(name, node, problems))
                    : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            report(e, problems);
        } catch (ReaderException e) {
            problems.error(
                    Problems.lineAt(text, e.getPosition()), Fault.YAML_CHARACTER, "U+%04X".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            // The parser has a limit of its own for aliases, which it reports without a place.
            boolean aliases = String.valueOf(e.getMessage()).contains("aliases");
            problems.error(1, aliases ? Fault.YAML_TOO_MANY_ALIASES : Fault.YAML_SYNTAX);
        }
        return Optional.empty();
    }

    private static LoadSettings settings() {
        return LoadSettings.builder().setUseMarks(true).build();
    }

    // The composer recurses: its stack is protected by looking at the flat stream of events first.
    private static boolean isShallow(String text, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > DEEPEST) {
                problems.error(line(event.getStartMark()), Fault.YAML_TOO_DEEP, DEEPEST);
                return false;
            }
        }
        return true;
    }

    private static Optional<Node> compose(String text, Problems problems) {
        Iterator<Node> documents =
                new Compose(settings()).composeAllFromString(text).iterator();
        if (!documents.hasNext()) {
            problems.error(1, Fault.YAML_EMPTY);
            return Optional.empty();
        }
        Node document = documents.next();
        if (documents.hasNext()) {
            problems.error(Value.lineOf(documents.next()), Fault.YAML_SEVERAL_DOCUMENTS);
            return Optional.empty();
        }
        if (!isSmall(document)) {
            problems.error(1, Fault.YAML_TOO_MANY_ALIASES);
            return Optional.empty();
        }
        return Optional.of(document);
    }

    // Aliases share nodes: what they would expand to is counted, not what is there. A cycle never ends and is caught
    // too.
    private static boolean isSmall(Node document) {
        Deque<Node> open = new ArrayDeque<>(List.of(document));
        int count = 0;
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (++count > MOST_NODES) {
                return false;
            }
            if (node instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> {
                    open.push(tuple.getKeyNode());
                    open.push(tuple.getValueNode());
                });
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            }
        }
        return true;
    }

    private static void report(MarkedYamlEngineException e, Problems problems) {
        String words = e.getContext() + " " + e.getProblem();
        Fault fault = PROBLEMS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Fault.YAML_SYNTAX);
        // Of a quote or bracket that is never closed, the line where it was opened helps; elsewhere, where it went
        // wrong.
        boolean opened = fault == Fault.YAML_QUOTE || fault == Fault.YAML_BRACKET;
        Optional<Mark> mark = opened ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
        problems.error(line(mark), fault);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private static Map<String, Fault> problems() {
        Map<String, Fault> problems = new LinkedHashMap<>();
        problems.put("\\t(TAB)", Fault.YAML_TAB);
        problems.put("found a tab character", Fault.YAML_TAB);
        problems.put("while scanning a quoted scalar", Fault.YAML_QUOTE);
        problems.put("escape", Fault.YAML_ESCAPE);
        problems.put("mapping values are not allowed here", Fault.YAML_COLON);
        problems.put("could not find expected ':'", Fault.YAML_NO_COLON);
        problems.put("while parsing a flow", Fault.YAML_BRACKET);
        problems.put("while parsing a block", Fault.YAML_INDENTATION);
        problems.put("undefined alias", Fault.YAML_ALIAS_UNKNOWN);
        problems.put("cannot start any token", Fault.YAML_CHARACTER_AT_START);
        return problems;
    }
}
