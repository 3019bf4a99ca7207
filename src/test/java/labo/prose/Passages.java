package labo.prose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds every French text that a learner or a teacher reads. */
final class Passages {
    /** Keys whose values are French. */
    private static final Set<String> FRENCH = Set.of(
            "title",
            "learns",
            "remember",
            "read",
            "quiz",
            "ask",
            "live",
            "text",
            "why",
            "hint",
            "hints",
            "message",
            "done",
            "otherwise",
            "happened",
            "look");

    /** Keys whose values are a map of names to French. */
    private static final Set<String> FRENCH_MAPS = Set.of("mistakes", "messages");

    /** Keys under which nothing is French. */
    private static final Set<String> NOT_FRENCH = Set.of(
            "script", "then", "when", "aims", "answer", "before", "wrong", "draw", "texts", "stdin", "files", "also",
            "type");

    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?<key>[\\w.-]+)\\s*=(?<value>(?:.*\\\\\\n)*.*)$");
    private static final Pattern MARKUP = Pattern.compile(
            "(?s)<(?:style|script)\\b.*?</(?:style|script)>|<[^>]*>|@[\\w.!{(][^\\n]*|\\$(?:unsafe)?\\{[^}]*}|`");

    private final List<Passage> found = new ArrayList<>();

    private Passages() {}

    /** All of the project's in {@code home}. */
    static List<Passage> of(Path home) throws IOException {
        Passages passages = new Passages();
        passages.each(home.resolve("lessons"), ".md", passages::markdown);
        passages.each(home.resolve("lessons"), ".yaml", passages::yaml);
        passages.each(home.resolve("src/main/resources"), ".properties", passages::bundle);
        passages.each(home.resolve("src/main/resources"), ".md", passages::markdown);
        passages.each(home.resolve("src/main/resources"), ".yaml", passages::yaml);
        passages.each(home.resolve("src/main/jte"), ".jte", passages::page);
        passages.markdown(home.resolve("README.md"));
        return passages.found;
    }

    private void each(Path folder, String ending, java.util.function.Consumer<Path> use) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(use);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void markdown(Path file) {
        // What is quoted is said to those who read no French.
        String french = text(file).replaceAll("(?m)^>.*$", "");
        found.add(new Passage(file.toString(), 1, true, true, french));
    }

    private void yaml(Path file) {
        Optional<Node> root =
                new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text(file));
        walk(root.orElseThrow(), file.toString(), false);
    }

    private void walk(Node node, String file, boolean french) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> entry(entry, file, french));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> walk(item, file, french));
        } else if (french && node instanceof ScalarNode scalar) {
            boolean literal = scalar.getScalarStyle() == ScalarStyle.LITERAL;
            int line = scalar.getStartMark().orElseThrow().getLine() + (literal ? 2 : 1);
            found.add(new Passage(file, line, literal, true, scalar.getValue()));
        }
    }

    private void entry(NodeTuple entry, String file, boolean french) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        if (!NOT_FRENCH.contains(key)) {
            boolean map = french && entry.getValueNode() instanceof ScalarNode;
            walk(entry.getValueNode(), file, FRENCH.contains(key) || FRENCH_MAPS.contains(key) || map);
        }
    }

    private void bundle(Path file) {
        String text = text(file);
        for (Matcher property = PROPERTY.matcher(text); property.find(); ) {
            if (property.group("key").endsWith(".lesson")
                    || property.group("value").contains("──")) {
                // The id of a lesson, or a drawing.
                continue;
            }
            String value = property.group("value").replace("\\u0020", " ").replaceAll("\\\\\\n\\s*", "");
            int line = (int) text.substring(0, property.start("value")).lines().count();
            found.add(new Passage(file.toString(), line, false, false, value.strip()));
        }
    }

    private void page(Path file) {
        String text = text(file);
        String french = MARKUP.matcher(text).replaceAll(markup -> markup.group().replaceAll("[^\\n]", " "));
        found.add(new Passage(file.toString(), 1, true, false, french));
    }
}
