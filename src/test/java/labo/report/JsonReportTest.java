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
    void timesAreRelativeToTheScenariosStart() throws IOException {
        JsonNode timeline = new ObjectMapper().readTree(shown(Reports.failed())).get("timeline");
        assertThat(timeline.get(0).get("t").asDouble()).isZero();
        assertThat(timeline.get(1).get("t").asDouble()).isEqualTo(0.0123);
    }

    private static String shown(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReport().render(report, out);
        return out.toString();
    }
}
