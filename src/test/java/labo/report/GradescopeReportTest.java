package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import labo.grade.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradescopeReportTest {
    private static final Path SCHEMA =
            Path.of("src", "test", "resources", "labo", "report", "gradescope-results.schema.json");

    /** The results, once the schema has found nothing wrong with them. */
    private static JsonNode results(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new GradescopeReport().render(report, out);
        JsonNode results = new ObjectMapper().readTree(out.toString());
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate(results)).isEmpty();
        return results;
    }

    @Test
    void theTestsAddUpToTheScore() throws IOException {
        JsonNode results = results(Reports.failed());
        assertThat(results.get("score").asInt()).isEqualTo(2);
        assertThat(results.get("tests")).hasSize(3);
        int sum = 0;
        for (JsonNode test : results.get("tests")) {
            sum += test.get("score").asInt();
            assertThat(test.get("visibility").asText()).isEqualTo("visible");
        }
        assertThat(sum).isEqualTo(2);
        assertThat(results.at("/tests/1/output").asText()).contains("| s.bind((\"127.0.0.1\", 8888))", "127.0.0.1");
    }

    @Test
    void whatCouldNotBeJudgedIsNoTestButIsSaid() throws IOException {
        JsonNode results = results(Reports.failed());
        assertThat(results.get("tests").findValuesAsText("name")).doesNotContain("Le point de contrôle paquets");
        assertThat(results.get("output").asText())
                .contains("Le point de contrôle paquets (ce bac ne voit pas les paquets)");
    }

    @Test
    void aLabThatFailedGivesNoMark() throws IOException {
        for (Report report : new Report[] {Reports.inconclusive(), Reports.unjudged()}) {
            JsonNode results = results(report);
            assertThat(results.has("score")).isFalse();
            assertThat(results.get("tests")).isEmpty();
            assertThat(results.get("output").asText()).contains("c’est le labo qui a échoué");
        }
    }

    @ParameterizedTest
    @MethodSource("labo.report.Hostile#texts")
    void whateverAProgramWroteItIsPlainText(String attack) throws IOException {
        JsonNode test = results(Reports.hostile(attack)).at("/tests/0");
        assertThat(test.get("output").asText()).contains(SafeText.oneLine(attack));
        assertThat(test.get("output_format").asText()).isEqualTo("text");
        assertThat(test.get("name_format").asText()).isEqualTo("text");
    }
}
