package labo.similarity;

import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.Match;
import de.jplag.ParsingException;
import de.jplag.Token;
import de.jplag.clustering.ClusteringOptions;
import de.jplag.exceptions.ExitException;
import de.jplag.options.JPlagOptions;
import de.jplag.python3.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the programs in a folder with JPlag, in this process. A program may cost memory without bound, or deep
 * recursion: {@link Comparison} therefore does this in a process of its own.
 */
final class Comparer {
    /** Longer programs are left out: reading one costs memory in proportion. In octets. */
    private static final long LONGEST = 128 * 1024;
    /** Pairs beyond these tell a teacher nothing more. */
    private static final int MOST_PAIRS = 100;

    private final Language language = new Language();
    private final double threshold;

    /** @param threshold from which share on two programs are told of, 0 to 1 */
    Comparer(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Compares each program with each other.
     *
     * @param programs a folder with a sub-folder for each program, named as the program is in the findings
     * @param given a folder with what the course gives; it need not exist
     */
    Findings compare(Path programs, Path given) throws IOException {
        int leftOut = 0;
        int kept = 0;
        for (Path program : sorted(programs)) {
            if (readable(program) > 0) {
                kept++;
            } else {
                leftOut++;
                Files.move(program, programs.resolveSibling("left-out-" + leftOut));
            }
        }
        return new Findings(kept, leftOut, kept < 2 ? List.of() : alike(programs, given));
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** How many tokens a program has; 0 where it cannot be read. */
    private int readable(Path folder) throws IOException {
        for (Path file : Files.isDirectory(folder) ? sorted(folder) : List.<Path>of()) {
            if (Files.size(file) <= LONGEST) {
                return tokens(file.toFile());
            }
        }
        return 0;
    }

    private int tokens(File file) {
        try {
            return language.parse(Set.of(file)).size();
        } catch (ParsingException | RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
            return 0;
        }
    }

    private List<Alike> alike(Path programs, Path given) throws IOException {
        JPlagOptions options = new JPlagOptions(language, Set.of(programs.toFile()), Set.of())
                .withSimilarityThreshold(threshold)
                .withMaximumNumberOfComparisons(MOST_PAIRS)
                .withClusteringOptions(new ClusteringOptions().withEnabled(false));
        if (readable(given) >= language.minimumTokenMatch()) {
            options = options.withBaseCodeSubmissionDirectory(given.toFile());
        }
        try {
            return new JPlag(options)
                    .run().getAllComparisons().stream()
                            .sorted(Comparator.comparingDouble(JPlagComparison::similarity)
                                    .reversed())
                            .limit(MOST_PAIRS)
                            .map(Comparer::alike)
                            .toList();
        } catch (ExitException impossible) {
            throw new IOException(impossible);
        }
    }

    private static Alike alike(JPlagComparison pair) {
        List<Token> first = pair.firstSubmission().getTokenList();
        List<Token> second = pair.secondSubmission().getTokenList();
        List<Alike.Passage> passages = new ArrayList<>();
        for (Match match : pair.matches()) {
            passages.add(new Alike.Passage(
                    line(first, match.startOfFirst()),
                    line(first, match.startOfFirst() + match.length() - 1),
                    line(second, match.startOfSecond()),
                    line(second, match.startOfSecond() + match.length() - 1)));
        }
        passages.sort(Comparator.comparingInt(Alike.Passage::firstFrom));
        return new Alike(
                pair.firstSubmission().getName(), pair.secondSubmission().getName(), pair.similarity(), passages);
    }

    /** The end of a file is a token without a line: the one before has it. */
    private static int line(List<Token> tokens, int at) {
        int line = tokens.get(at).getLine();
        return line > 0 || at == 0 ? Math.max(1, line) : line(tokens, at - 1);
    }
}
