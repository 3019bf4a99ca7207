package labo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import labo.catalog.Solution;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.grade.Report.Status;
import org.jspecify.annotations.Nullable;

/** What a program of the course promises of its own report. Pure. */
sealed interface Promise {
    /**
     * A promise that was not kept.
     *
     * @param line of the file that makes the promise, from 1
     * @param key of the French text
     * @param words what that text names: what was promised, then what came of it
     */
    record Broken(int line, String key, List<String> words) {
        public Broken {
            words = List.copyOf(words);
        }

        static Broken at(int line, String key, String... words) {
            return new Broken(line, key, List.of(words));
        }
    }

    /** What {@code report}, a conclusive one, does not keep. */
    List<Broken> brokenBy(Report report);

    /** What the program's header says. */
    static Promise of(Solution solution) {
        Solution.Header header = solution.header();
        if (solution.right()) {
            return new Passes(header.kindLine());
        }
        return new FailsAs(
                String.valueOf(solution.failingCheck()),
                header.failingCheckLine(),
                solution.diagnosis(),
                header.diagnosisLine());
    }

    /**
     * It passes every check, and nothing is said against it. Where the kernel was seen, every check was judged.
     *
     * @param line where it says so
     */
    record Passes(int line) implements Promise {
        @Override
        public List<Broken> brokenBy(Report report) {
            String expected =
                    report.exercise().maxScore() + "/" + report.exercise().maxScore();
            if (report.status() == Status.PASSED
                    && (report.maxScore() == report.exercise().maxScore() || !seesAll(report))) {
                return List.of();
            }
            return List.of(Broken.at(line, "validate.right", expected, told(report)));
        }

        private static boolean seesAll(Report report) {
            return report.sandbox().equals(Sandbox.DOCKER.term());
        }

        private static String told(Report report) {
            String failed = report.results().stream()
                    .filter(result -> !(result.verdict() instanceof Verdict.Passed))
                    .map(result -> result.check().id())
                    .collect(Collectors.joining(", "));
            return report.score() + "/" + report.maxScore() + " (" + failed + ")";
        }
    }

    /**
     * It fails, at this check first, for this reason.
     *
     * @param diagnosis null: none is named
     */
    record FailsAs(String check, int checkLine, @Nullable String diagnosis, int diagnosisLine) implements Promise {
        @Override
        public List<Broken> brokenBy(Report report) {
            CheckResult first = report.firstFailure().orElse(null);
            String failed = first == null ? NONE : first.check().id();
            Diagnosis diagnosed = first == null ? null : first.diagnosis();
            String named = named(diagnosed == null ? null : diagnosed.id());
            String expected = named(diagnosis);
            List<Broken> broken = new ArrayList<>();
            if (!failed.equals(check)) {
                broken.add(Broken.at(checkLine, "validate.check", check, failed));
            }
            if (!named.equals(expected)) {
                broken.add(Broken.at(diagnosisLine, "validate.diagnosis", expected, named));
            }
            return broken;
        }
    }

    /** It does not pass. */
    record StillToDo() implements Promise {
        @Override
        public List<Broken> brokenBy(Report report) {
            return report.status() == Status.PASSED
                    ? List.of(Broken.at(1, "validate.starter", report.score() + "/" + report.maxScore()))
                    : List.of();
        }
    }

    /** A misconception's id as a header says it. */
    static String named(@Nullable String diagnosis) {
        return diagnosis == null ? NONE : diagnosis;
    }

    /** How a header says that there is none. */
    String NONE = "aucun";
}
