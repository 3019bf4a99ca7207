package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import labo.grade.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TapReportTest {
    private static String shown(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new TapReport().render(report, out);
        return out.toString();
    }

    @Test
    void failed() throws IOException {
        Golden.check("failed.tap", shown(Reports.failed()));
    }

    @Test
    void aPointForEachCheck() throws IOException {
        TapParser.Run run = TapParser.parse(shown(Reports.failed()));
        assertThat(run.points()).extracting(TapParser.Point::ok).containsExactly(true, false, true, true);
        assertThat(run.points().get(1).facts().get("diagnosis")).isEqualTo("bind-loopback-only");
        assertThat(run.points().get(1).facts().get("line")).isEqualTo(3);
        assertThat(run.points().get(2).skip()).contains("Le point de contrôle bind");
        assertThat(run.points().get(3).skip()).isEqualTo("ce bac ne voit pas les paquets");
        assertThat(run.comments()).first().isEqualTo("Pas encore\u00a0: 2 points sur 6.");
        assertThat(run.bailedOut()).isNull();
    }

    @Test
    void aLabThatFailedBailsOut() throws IOException {
        TapParser.Run run = TapParser.parse(shown(Reports.inconclusive()));
        assertThat(run.bailedOut()).contains("pas ton programme", "l'agent de la machine A ne répond plus");
        assertThat(run.points().get(0).ok()).isFalse();
        assertThat(run.points().get(0).facts().get("severity")).isEqualTo("inconclusive");
    }

    @Test
    void aSandboxThatCouldJudgeNothingBailsOut() throws IOException {
        assertThat(TapParser.parse(shown(Reports.unjudged())).bailedOut()).contains("ce bac ne voit pas les paquets");
    }

    @ParameterizedTest
    @MethodSource("labo.report.Hostile#texts")
    void whateverAProgramWroteItIsTap(String attack) throws IOException {
        TapParser.Run run = TapParser.parse(shown(Reports.hostile(attack)));
        assertThat(run.points()).hasSize(1);
        assertThat(run.bailedOut()).isNull();
        assertThat((List<?>) run.points().get(0).facts().get("details"))
                .anySatisfy(line -> assertThat(line).isEqualTo(SafeText.oneLine(attack)));
    }
}
