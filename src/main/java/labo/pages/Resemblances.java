package labo.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import labo.classroom.ClassMarks;
import labo.classroom.Mark;
import labo.report.SafeText;
import labo.report.Texts;
import labo.similarity.Alike;
import labo.similarity.Comparison;
import labo.similarity.Findings;

/** Has a class's programs compared, and shows those that look alike side by side. */
public final class Resemblances {
    /** Short programs to the same statement are often three quarters alike. */
    private static final double THRESHOLD = 0.9;

    private static final int PERCENT = 100;
    /** Each with each: twice as many take four times as long. */
    private static final int MOST_PROGRAMS = 1000;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SIDE_BY_SIDE = "ressemblances";

    private final Texts texts = new Texts("labo.pages.messages");
    private final PageWriter writer = new PageWriter();

    /**
     * Compares, and writes a page for each pair into {@code folder}. Holds no more than two programs at a time; the
     * comparison itself is another process's.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for the comparison
     */
    public Similarities find(ClassMarks all, Path folder) throws IOException, InterruptedException {
        Map<String, Mark> byName = new LinkedHashMap<>();
        try (Comparison comparison = new Comparison()) {
            for (Mark mark : all.marks()) {
                String program = byName.size() < MOST_PROGRAMS ? program(all, mark) : "";
                if (!program.isBlank()) {
                    String name = PageNames.stem(mark.student());
                    byName.put(name, mark);
                    comparison.add(name, program);
                }
            }
            Optional<Findings> found = comparison.run(all.exercise().starter(), THRESHOLD, PATIENCE);
            return found.isEmpty()
                    ? new Similarities(texts.get("similar.failed"), List.of())
                    : new Similarities(note(found.get(), all), pairs(found.get(), byName, all, folder));
        }
    }

    private String note(Findings found, ClassMarks all) {
        StringBuilder note = new StringBuilder(texts.get("similar.note", found.compared(), percent(THRESHOLD)));
        if (found.leftOut() > 0) {
            note.append(' ').append(texts.count("similar.left-out", found.leftOut()));
        }
        if (all.marks().size() > MOST_PROGRAMS) {
            note.append(' ').append(texts.get("similar.most", MOST_PROGRAMS));
        }
        return note.append(found.pairs().isEmpty() ? " " + texts.get("similar.none") : "")
                .toString();
    }

    private List<Similarities.Pair> pairs(Findings found, Map<String, Mark> byName, ClassMarks all, Path folder)
            throws IOException {
        Files.createDirectories(folder.resolve(SIDE_BY_SIDE));
        List<Similarities.Pair> pairs = new ArrayList<>();
        for (Alike alike : found.pairs()) {
            Mark first = byName.get(alike.first());
            Mark second = byName.get(alike.second());
            if (first != null && second != null) {
                String page = SIDE_BY_SIDE + "/" + (pairs.size() + 1) + ".html";
                writer.pair(pair(alike, first, second, all), folder.resolve(page));
                pairs.add(new Similarities.Pair(
                        ClassPages.link(first), ClassPages.link(second), percent(alike.share()), page));
            }
        }
        removeOld(folder, pairs.size() + 1);
        return pairs;
    }

    /** Removes what an earlier comparison left in {@code folder}. */
    public void forget(Path folder) throws IOException {
        removeOld(folder, 1);
    }

    /** An earlier run may have found more. */
    private static void removeOld(Path folder, int from) throws IOException {
        int number = from;
        while (Files.deleteIfExists(folder.resolve(SIDE_BY_SIDE + "/" + number + ".html"))) {
            number++;
        }
    }

    private static PairPage pair(Alike alike, Mark first, Mark second, ClassMarks all) throws IOException {
        int[] left = new int[alike.passages().size() * 2];
        int[] right = new int[left.length];
        for (int at = 0; at < alike.passages().size(); at++) {
            Alike.Passage passage = alike.passages().get(at);
            left[2 * at] = passage.firstFrom();
            left[2 * at + 1] = passage.firstTo();
            right[2 * at] = passage.secondFrom();
            right[2 * at + 1] = passage.secondTo();
        }
        return new PairPage(
                SafeText.oneLine(all.exercise().title()),
                ClassPages.link(first),
                ClassPages.link(second),
                percent(alike.share()),
                side(first, program(all, first), left),
                side(second, program(all, second), right));
    }

    /** @param bounds the first and the last line of each passage */
    private static PairPage.Side side(Mark mark, String program, int[] bounds) {
        List<PairPage.Line> lines = new ArrayList<>();
        for (String line : program.lines().toList()) {
            int number = lines.size() + 1;
            lines.add(new PairPage.Line(number, SourceLines.shown(line), passage(number, bounds)));
        }
        return new PairPage.Side(SafeText.oneLine(mark.main()), lines);
    }

    private static int passage(int line, int[] bounds) {
        for (int at = 0; at < bounds.length; at += 2) {
            if (bounds[at] <= line && line <= bounds[at + 1]) {
                return at / 2 + 1;
            }
        }
        return 0;
    }

    /** All of a student's files as one text: what they have in common may be in any of them. */
    private static String program(ClassMarks all, Mark mark) throws IOException {
        StringBuilder program = new StringBuilder();
        for (Map.Entry<String, String> file : all.book().dossier(mark).sources().entrySet()) {
            if (file.getKey().endsWith(".py")) {
                program.append(file.getValue());
                program.append(file.getValue().endsWith("\n") ? "" : "\n");
            }
        }
        return program.toString();
    }

    private static int percent(double share) {
        return (int) Math.round(share * PERCENT);
    }
}
