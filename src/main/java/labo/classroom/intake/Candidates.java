package labo.classroom.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import labo.lesson.Exercise;
import labo.observe.Octets;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** A student's files that may be the program, or go along with it. */
final class Candidates {
    private static final int MOST_NAMED = 5;

    private final Map<String, Leaf> byPath;
    private final Exercise exercise;
    private final Texts texts;

    private Candidates(Map<String, Leaf> byPath, Exercise exercise, Texts texts) {
        this.byPath = byPath;
        this.exercise = exercise;
        this.texts = texts;
    }

    /**
     * Python files; where there are none, a text that is named as the program is, or what was typed into Moodle.
     *
     * @throws Refusal if there is none of these
     */
    static Candidates of(List<Leaf> leaves, Exercise exercise, Texts texts) throws Refusal {
        Map<String, Leaf> programs = new TreeMap<>();
        Map<String, Leaf> named = new TreeMap<>();
        Map<String, Leaf> typed = new TreeMap<>();
        for (Leaf leaf : leaves) {
            if (Paths.ends(leaf.path(), Roster.PROGRAM)) {
                programs.put(leaf.path(), leaf);
            } else if (leaf.path().startsWith(OnlineText.FOLDER + "/")) {
                typed.put(leaf.path(), leaf);
            } else if (Paths.ends(leaf.path(), ".txt") || leaf.name().equals(Paths.stem(exercise.file()))) {
                named.put(leaf.path(), leaf);
            }
        }
        named.keySet()
                .removeIf(path -> Choice.of(List.of(path), exercise.file(), exercise.id())
                        .filter(choice -> choice.why() == Choice.Why.NEARLY_NAMED)
                        .isEmpty());
        for (Map<String, Leaf> found : List.of(programs, named, typed)) {
            if (!found.isEmpty()) {
                return new Candidates(found, exercise, texts);
            }
        }
        throw new Refusal(nothing(leaves, texts));
    }

    private static String nothing(List<Leaf> leaves, Texts texts) {
        if (leaves.isEmpty()) {
            return texts.get("refused.empty");
        }
        Optional<Leaf> archive = leaves.stream()
                .filter(leaf -> Paths.ends(leaf.path(), Roster.ARCHIVES))
                .findFirst();
        if (archive.isPresent()) {
            return texts.get("refused.archive.other", archive.get().path());
        }
        List<String> names = leaves.stream().map(Leaf::path).limit(MOST_NAMED).toList();
        return texts.get("refused.no-program", String.join(", ", names) + (leaves.size() > MOST_NAMED ? ", …" : ""));
    }

    /** The one that is meant; {@code remarks} say so where it is not plain. */
    Choice choice(List<String> remarks) {
        Choice choice = Choice.of(byPath.keySet(), exercise.file(), exercise.id())
                .orElseThrow(() -> new IllegalStateException("no candidates"));
        switch (choice.why()) {
            case NAMED -> {
                List<String> others = byPath.keySet().stream()
                        .filter(path -> Paths.last(path).equals(exercise.file()) && !path.equals(choice.path()))
                        .toList();
                if (!others.isEmpty()) {
                    remarks.add(texts.get("chosen.several", choice.path(), String.join(", ", others)));
                }
            }
            case NEARLY_NAMED, ALONE -> {
                if (!choice.path().startsWith(OnlineText.FOLDER + "/")) {
                    remarks.add(texts.get("chosen.other-name", choice.path(), exercise.file()));
                }
            }
            case NEAREST -> remarks.add(texts.get("chosen.nearest", choice.path(), byPath.size()));
        }
        return choice;
    }

    /** All paths that are Python's. */
    List<String> modules() {
        return byPath.keySet().stream()
                .filter(path -> Paths.ends(path, Roster.PROGRAM))
                .toList();
    }

    @Nullable
    Instant modified(String path) {
        return leaf(path).modified();
    }

    /** Its source, in an encoding that Python reads; {@code remarks} say so where that was not its own. */
    Octets program(String path, List<String> remarks) throws IOException, Refusal {
        byte[] source = read(path);
        if (Paths.ends(path, ".html", ".htm")) {
            remarks.add(texts.get("read.typed"));
            String html = new String(source, StandardCharsets.UTF_8);
            return Octets.utf8(OnlineText.text(html));
        }
        switch (PythonText.encoding(source)) {
            case FINE -> {}
            case WINDOWS_1252 -> remarks.add(texts.get("read.windows", path));
            case UTF_16 -> remarks.add(texts.get("read.utf16", path));
        }
        return Octets.of(PythonText.readable(source));
    }

    private byte[] read(String path) throws IOException, Refusal {
        byte[] source;
        try {
            source = leaf(path).read(Collector.MOST_OCTETS);
        } catch (IOException broken) {
            throw new Refusal(texts.get("refused.unreadable", path, String.valueOf(broken.getMessage())));
        }
        if (source.length > Collector.MOST_OCTETS) {
            throw new Refusal(texts.get("refused.large", path, Collector.MOST_OCTETS >> 10));
        }
        return source;
    }

    private Leaf leaf(String path) {
        Leaf leaf = byPath.get(path);
        if (leaf == null) {
            throw new IllegalArgumentException(path);
        }
        return leaf;
    }
}
