package labo.classroom.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import labo.classroom.ClassFixture;
import labo.classroom.Student;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static final Instant DEADLINE = ClassFixture.NOW;
    private static final Student ZOE = new Student("zoe", "Zoé", null);

    private static Scale.Given given(Scale scale, int points, @Nullable Instant handedIn) {
        return scale.give(ClassFixture.mark(ZOE, points), handedIn);
    }

    private static Scale late(String penalty) {
        LateRule.Penalty cost = LateRule.Penalty.of(penalty).orElseThrow();
        return new Scale(
                new BigDecimal(20),
                BigDecimal.ZERO,
                new BigDecimal("0.01"),
                new LateRule(DEADLINE, cost.share(), cost.unit()));
    }

    @ParameterizedTest
    @CsvSource({"4, 20", "3, 15", "1, 5", "0, 0"})
    void pointsAreBroughtToTheBestMark(int points, BigDecimal expected) {
        assertThat(given(Scale.USUAL, points, null).given()).isEqualByComparingTo(expected);
    }

    /** Each day begun takes its part of the mark earned, until nothing is left; the mark earned stays to be seen. */
    @ParameterizedTest
    @CsvSource({
        "10%/jour, PT0S, 0, 15",
        "10%/jour, PT-1H, 0, 15",
        "10%/jour, PT1S, 1.5, 13.5",
        "10%/jour, PT24H, 1.5, 13.5",
        "10%/jour, PT24H1S, 3, 12",
        "10%/jour, PT1000H, 15, 0",
        "'2,5 % / heure', PT90M, 0.75, 14.25",
        "100%/semaine, PT1S, 15, 0"
    })
    void lateWorkCosts(String penalty, Duration lateness, BigDecimal cost, BigDecimal expected) {
        Scale.Given given = given(late(penalty), 3, DEADLINE.plus(lateness));
        assertThat(given.earned()).isEqualByComparingTo("15");
        assertThat(given.penalty()).isEqualByComparingTo(cost);
        assertThat(given.given()).isEqualByComparingTo(expected);
    }

    @Test
    void whatNobodyKnowsTheDateOfIsNotLate() {
        assertThat(given(late("10%/jour"), 3, null).lateness()).isZero();
    }

    @Test
    void aBonusNeverLeadsBeyondTheBestMark() {
        Scale scale = new Scale(new BigDecimal(20), new BigDecimal("1.5"), new BigDecimal("0.5"), null);
        assertThat(given(scale, 1, null).given()).isEqualByComparingTo("6.5");
        assertThat(given(scale, 4, null).given()).isEqualByComparingTo("20");
    }

    @Test
    void marksAreRoundedToTheStepHalvesUp() {
        Scale scale = new Scale(new BigDecimal(7), BigDecimal.ZERO, new BigDecimal("0.5"), null);
        assertThat(given(scale, 1, null).given()).isEqualByComparingTo("2");
        assertThat(given(scale, 1, null).earned()).isEqualByComparingTo("1.75");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/jour", "10%", "-5%/jour", "101%/jour", "10%/an"})
    void otherPenaltiesAreNotUnderstood(String text) {
        assertThat(LateRule.Penalty.of(text)).isEmpty();
    }
}
