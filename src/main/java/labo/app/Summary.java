package labo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.catalog.Finding;
import labo.lesson.Lesson;
import labo.report.Texts;

/** What validating the course has found, counted by lesson. */
final class Summary {
    private final Set<String> lessons;
    private final Map<String, Integer> findings = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
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

    /** It was tried, whatever came of it. */
    void tried(Trial trial) {
        if (trial instanceof LiveTrial live) {
            steps.merge(live.lesson(), live.steps(), Integer::sum);
        } else if (trial instanceof ProgramTrial program) {
            Map<String, Integer> kind = program.promise() instanceof Promise.Passes ? right : wrong;
            kind.merge(program.lesson(), 1, Integer::sum);
        }
    }

    /** The lab failed with something of that lesson. */
    void inconclusive(String lesson) {
        inconclusive = true;
        findings.merge(lesson, 1, Integer::sum);
        total++;
    }

    int findings() {
        return total;
    }

    /** One lesson's part, in French. */
    String told(Lesson lesson, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (steps.containsKey(lesson.id())) {
            parts.add(texts.count("validate.steps", steps.getOrDefault(lesson.id(), 0)));
        }
        if (lesson.exercise() != null) {
            parts.add(texts.get(
                    "validate.programs", right.getOrDefault(lesson.id(), 0), wrong.getOrDefault(lesson.id(), 0)));
        }
        String outcome = texts.count("validate.findings", findings.getOrDefault(lesson.id(), 0));
        return parts.isEmpty() ? outcome : texts.get("validate.tried", String.join(", ", parts), outcome);
    }

    int exitCode() {
        if (inconclusive) {
            return ExitCode.ENVIRONMENT;
        }
        return total == 0 ? ExitCode.DONE : ExitCode.NOT_PASSED;
    }
}
