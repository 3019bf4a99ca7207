package labo.classroom.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import labo.classroom.Collected;
import labo.classroom.Messages;
import labo.grade.Submission;
import labo.lesson.Exercise;
import labo.observe.Octets;
import labo.report.Texts;
import org.jspecify.annotations.Nullable;

/** Reads one student's things: what can be graded of them, or why nothing can. */
final class Collector {
    /** The most that one file may hold, in octets. */
    static final int MOST_OCTETS = 1 << 20;
    /** The most that all may hold together: an agent's message has 4 MiB, in base64. */
    static final int MOST_OCTETS_TOGETHER = 2 << 20;
    /** The most files that may go along. */
    static final int MOST_FILES = 200;

    /** A name that any machine takes, and any report shows. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N} ._()+-]{1,100}");

    private final Exercise exercise;
    private final Texts texts = Messages.texts();

    Collector(Exercise exercise) {
        this.exercise = exercise;
    }

    /** @throws IOException if the source itself can no longer be read */
    Collected collect(List<Leaf> share) throws IOException {
        List<String> remarks = new ArrayList<>();
        try {
            List<Leaf> leaves = new Unpacking(texts).unpacked(share, remarks);
            Candidates candidates = Candidates.of(leaves, exercise, texts);
            Choice choice = candidates.choice(remarks);
            Map<String, Octets> files = files(candidates, choice, remarks);
            return new Collected.Ready(
                    new Submission(name(choice.path()), files), remarks, handedIn(share, candidates, choice));
        } catch (Refusal refusal) {
            return new Collected.Refused(refusal.sentence());
        }
    }

    /** The program and what lies beside or below it, seen from its own folder. */
    private Map<String, Octets> files(Candidates candidates, Choice choice, List<String> remarks)
            throws IOException, Refusal {
        String folder = choice.path().substring(0, choice.path().lastIndexOf('/') + 1);
        Map<String, Octets> files = new LinkedHashMap<>();
        files.put(name(choice.path()), candidates.program(choice.path(), remarks));
        int together = files.values().iterator().next().length();
        for (String path : candidates.modules()) {
            String name = path.startsWith(folder) ? path.substring(folder.length()) : "";
            if (path.equals(choice.path()) || !isPlain(name) || files.containsKey(name)) {
                continue;
            }
            Octets module = candidates.program(path, remarks);
            together += module.length();
            files.put(name, module);
            if (together > MOST_OCTETS_TOGETHER || files.size() > MOST_FILES) {
                throw new Refusal(texts.get("refused.together", MOST_FILES, MOST_OCTETS_TOGETHER >> 10));
            }
        }
        return files;
    }

    /** The program's own name, or the exercise's where that one could do harm. */
    private String name(String path) {
        String own = Paths.last(path);
        return PLAIN_NAME.matcher(own).matches() && !own.startsWith("-") && Paths.ends(own, Roster.PROGRAM)
                ? own
                : exercise.file();
    }

    private static boolean isPlain(String path) {
        return !path.isEmpty()
                && List.of(path.split("/")).stream()
                        .allMatch(name -> PLAIN_NAME.matcher(name).matches());
    }

    /** A clone's files are as old as its cloning, which says nothing. */
    private static @Nullable Instant handedIn(List<Leaf> share, Candidates candidates, Choice choice) {
        boolean clone = share.stream().anyMatch(leaf -> leaf.name().equals(Roster.CLONE));
        return clone ? null : candidates.modified(choice.path());
    }
}
