package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import labo.grade.Report;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void failed() throws IOException {
        Golden.check("failed.json.txt", shown(Reports.failed()));
    }

    @Test
    void absentFactsAreNull() throws IOException {
        JsonNode check = new ObjectMapper().readTree(shown(Reports.passed())).at("/checks/0");
        assertThat(check.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "title",
                        "status",
                        "score",
                        "maxScore",
                        "scenario",
                        "line",
                        "expected",
                        "observed",
                        "diagnosis",
                        "message",
                        "hint");
        assertThat(check.get("line").isNull()).isTrue();
        assertThat(check.get("hint").isNull()).isTrue();
        assertThat(check.get("message").isNull()).isTrue();
    }

    @Test
    void aLabThatFailedGivesNoScore() throws IOException {
        JsonNode root = new ObjectMapper().readTree(shown(Reports.inconclusive()));
        assertThat(root.get("status").asText()).isEqualTo("inconclusive");
        assertThat(root.get("score").isNull()).isTrue();
    }

    @Test
    void timesAreRelativeToTheScenariosStart() throws IOException {
        JsonNode timeline = new ObjectMapper().readTree(shown(Reports.failed())).get("timeline");
        assertThat(timeline.get(0).get("t").asDouble()).isZero();
        assertThat(timeline.get(1).get("t").asDouble()).isEqualTo(0.0123);
    }

    @Test
    void aFullReportHasAllWordsAndAPictureOfTheFailure() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.full().render(Reports.failed(), out);
        JsonNode full = new ObjectMapper().readTree(out.toString());
        assertThat(full.at("/explanations/0/lesson").asText()).isEqualTo("bind");
        assertThat(full.at("/explanations/0/line").asInt()).isEqualTo(3);
        assertThat(full.at("/diagrams/Un client, un message").asText())
                .startsWith("<svg ")
                .endsWith("</svg>\n");
        JsonNode usual = new ObjectMapper().readTree(shown(Reports.failed()));
        assertThat(usual.has("explanations")).isFalse();
        assertThat(usual.has("diagrams")).isFalse();
    }

    private static String shown(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReport().render(report, out);
        return out.toString();
    }
}
