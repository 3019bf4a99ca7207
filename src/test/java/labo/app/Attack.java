package labo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program of the attack corpus, and what must hold when it is graded as an answer to {@code serveur-tcp}.
 *
 * @param kind the folder that it lies in; {@code honest} programs keep full marks
 * @param says the lines {@code # key: value} at its top
 */
record Attack(String kind, String name, String source, Map<String, String> says) {
    static final Path CORPUS = Path.of("src/test/resources/attacks");
    static final Path GUARD = CORPUS.resolve("machine_a_only.py");
    static final String HONEST = "honest";
    static final String IMPORT_OF_GUARD = "import machine_a_only";

    /** What a header may say; {@link #HOLDS} alone must be there. */
    static final Set<String> KEYS =
            Set.of("holds", "at-most", "at-least", "loses", "hits", "shows", "inconclusive", "wall-ms");

    static final String HOLDS = "holds";
    private static final int FULL = 20;

    /** The whole corpus, by kind and name. */
    static List<Attack> corpus() {
        try (Stream<Path> files = Files.walk(CORPUS, 2)) {
            return files.filter(file -> file.getNameCount() == CORPUS.getNameCount() + 2)
                    .filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .map(Attack::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            String source = Files.readString(file);
            String name = file.getFileName().toString().replace(".py", "");
            String kind = CORPUS.relativize(file).getName(0).toString();
            return new Attack(kind, name, source, header(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> header(String source) {
        Map<String, String> says = new LinkedHashMap<>();
        source.lines().takeWhile(line -> line.startsWith("# ")).forEach(line -> {
            String[] parts = line.substring(2).split(": ", 2);
            says.put(parts[0], parts.length == 2 ? parts[1] : "");
        });
        return says;
    }

    boolean honest() {
        return kind.equals(HONEST);
    }

    int atMost() {
        return Integer.parseInt(says.getOrDefault("at-most", String.valueOf(FULL)));
    }

    int atLeast() {
        return Integer.parseInt(says.getOrDefault("at-least", honest() ? String.valueOf(FULL) : "0"));
    }

    /** Ids of checks that it must not pass. */
    List<String> loses() {
        return words("loses");
    }

    /** Names of limits, one of which it must hit; none: it need not. */
    List<String> hits() {
        return words("hits");
    }

    /** Whether the lab may say that it could not judge: then there is no mark. */
    boolean mayBeInconclusive() {
        return "may".equals(says.get("inconclusive"));
    }

    /** Milliseconds of real time, or {@code usual}. */
    long wallMs(long usual) {
        return Long.parseLong(says.getOrDefault("wall-ms", String.valueOf(usual)));
    }

    private List<String> words(String key) {
        return Arrays.stream(says.getOrDefault(key, "").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
