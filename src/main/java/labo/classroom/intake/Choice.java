package labo.classroom.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a student's files is the program. Pure.
 *
 * @param path the one chosen
 * @param why how sure that is
 */
record Choice(String path, Why why) {
    /** Why it was chosen. */
    enum Why {
        /** It has the exercise's name. */
        NAMED,
        /** It has, up to capitals, an ending, or a number that a browser adds. */
        NEARLY_NAMED,
        /** There is no other. */
        ALONE,
        /** Its name is the most like it, of several. */
        NEAREST
    }

    /**
     * The program among {@code paths}; empty if there are none.
     *
     * @param wanted the exercise's name for it, such as {@code server.py}
     * @param exercise the exercise's id, whose words names often have
     */
    static Optional<Choice> of(Collection<String> paths, String wanted, String exercise) {
        List<String> sorted = paths.stream()
                .sorted(Comparator.comparingInt(Choice::depth).thenComparing(path -> path))
                .toList();
        return first(sorted, path -> Paths.last(path).equals(wanted), Why.NAMED)
                .or(() -> first(sorted, path -> plain(path).equals(plain(wanted)), Why.NEARLY_NAMED))
                .or(() -> sorted.size() == 1
                        ? Optional.of(new Choice(sorted.get(0), Why.ALONE))
                        : sorted.stream()
                                .min(Comparator.comparingInt(path -> distance(path, wanted, exercise)))
                                .map(path -> new Choice(path, Why.NEAREST)));
    }

    private static Optional<Choice> first(List<String> sorted, java.util.function.Predicate<String> fits, Why why) {
        return sorted.stream().filter(fits).findFirst().map(path -> new Choice(path, why));
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }

    /** Server.PY, server.py.txt and "server (1).py" are all server. */
    private static String plain(String path) {
        return Paths.last(path)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.txt$", "")
                .replaceFirst("\\.pyw?$", "")
                .replaceFirst("[ _]*\\(\\d+\\)$", "");
    }

    private static int distance(String path, String wanted, String exercise) {
        String name = plain(path);
        if (name.contains(plain(wanted))) {
            return 0;
        }
        String role = exercise.split("-")[0];
        return name.contains(role) ? 1 : 2 + depth(path);
    }
}
