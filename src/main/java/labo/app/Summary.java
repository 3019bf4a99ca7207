package labo.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import labo.catalog.Finding;
import labo.lesson.Lesson;
import labo.report.Texts;

/** What validating the course has found, counted by lesson. */
final class Summary {
    private final Set<String> lessons;
    private final Map<String, Integer> findings = new HashMap<>();
    private final Map<String, Integer> right = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private boolean inconclusive;
    private int total;

    /** @param lessons the ids that were asked for */
    Summary(Set<String> lessons) {
        this.lessons = lessons;
    }

    boolean concerns(String lesson) {
        return lessons.contains(lesson);
    }

    /** Whether it is about a lesson that was asked for, or about the course as a whole. */
    boolean concerns(Finding finding) {
        return !finding.file().contains("/") || concerns(lesson(finding));
    }

    private static String lesson(Finding finding) {
        return finding.file().replaceFirst("/.*", "");
    }

    void add(Finding finding) {
        total++;
        findings.merge(lesson(finding), 1, Integer::sum);
    }

    /** A program was graded, whatever came of it. */
    void graded(Trial trial) {
        Map<String, Integer> kind = trial.promise() instanceof Promise.Passes ? right : wrong;
        kind.merge(trial.exercise().id(), 1, Integer::sum);
    }

    /** The lab failed with a program of that exercise. */
    void inconclusive(String exercise) {
        inconclusive = true;
        findings.merge(exercise, 1, Integer::sum);
        total++;
    }

    int findings() {
        return total;
    }

    /** One lesson's part, in French. */
    String told(Lesson lesson, Texts texts) {
        int found = findings.getOrDefault(lesson.id(), 0);
        String outcome = texts.count("validate.findings", found);
        if (lesson.exercise() == null) {
            return outcome;
        }
        return texts.get(
                "validate.programs", right.getOrDefault(lesson.id(), 0), wrong.getOrDefault(lesson.id(), 0), outcome);
    }

    int exitCode() {
        if (inconclusive) {
            return ExitCode.ENVIRONMENT;
        }
        return total == 0 ? ExitCode.DONE : ExitCode.NOT_PASSED;
    }
}
