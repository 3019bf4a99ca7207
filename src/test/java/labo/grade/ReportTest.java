package labo.grade;

import static labo.grade.Exercises.LISTENS;
import static labo.grade.Exercises.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report.CheckResult;
import labo.grade.Report.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTest {
    private static Verdict verdict(char letter) {
        return switch (letter) {
            case 'P' -> new Verdict.Passed();
            case 'F' -> new Verdict.Failed("a", "b", null, null);
            case 'B' -> new Verdict.Blocked("a");
            case 'U' -> new Verdict.Unjudged("no capture");
            default -> new Verdict.Inconclusive("lost");
        };
    }

    /** Each check is worth two points. */
    private static Report report(@Nullable String letters, @Nullable Diagnosis diagnosis) {
        List<CheckResult> results = new ArrayList<>();
        String all = letters == null ? "" : letters;
        for (int i = 0; i < all.length(); i++) {
            Verdict verdict = verdict(all.charAt(i));
            results.add(new CheckResult(
                    "s1", check("c" + i, LISTENS), verdict, verdict.failure().isPresent() ? diagnosis : null));
        }
        return new Report(Exercises.of(), List.of("server.py"), Map.of(), "docker", 42, results, Map.of(), 84);
    }

    @ParameterizedTest
    @CsvSource({
        "PP, PASSED, 4, 4",
        "PU, PASSED, 2, 2",
        "PF, FAILED, 2, 4",
        "PFBU, FAILED, 2, 6",
        "PB, FAILED, 2, 4",
        "FI, INCONCLUSIVE, 0, 4",
        "PI, INCONCLUSIVE, 2, 4",
        "UU, INCONCLUSIVE, 0, 0",
        ", FAILED, 0, 0"
    })
    void theOutcomeAndThePointsFollowFromTheVerdicts(
            @Nullable String verdicts, Status status, int score, int maxScore) {
        Report report = report(verdicts, null);
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.score()).isEqualTo(score);
        assertThat(report.maxScore()).isEqualTo(maxScore);
    }

    @Test
    void theFirstFailureIsTheCause() {
        assertThat(report("PBFF", null).firstFailure())
                .hasValueSatisfying(result -> assertThat(result.check().id()).isEqualTo("c2"));
        assertThat(report("PUB", null).firstFailure()).isEmpty();
    }

    @Test
    void aMisconceptionIsNamedOnce() {
        Diagnosis diagnosis = new Diagnosis("missing-listen", "t", "h", "w", "l", "listen", null, null, null);
        assertThat(report("FPF", diagnosis).diagnoses()).containsExactly(diagnosis);
        assertThat(report("FPF", null).diagnoses()).isEmpty();
    }
}
