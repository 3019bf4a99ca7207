package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From a learner's file to a verdict, with real machines. Needs an engine, and fails without one. */
class VerdictsIT {
    private static final String EXERCISE = "serveur-tcp";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    private static String asTheCoursePrintsIt() throws IOException {
        return Files.readString(RealLabo.SOLUTIONS.resolve(EXERCISE).resolve("wrong/cours-tel-quel.py"));
    }

    private RealLabo.Outcome verify(Sandbox sandbox, String program) throws IOException {
        Files.writeString(folder.resolve("server.py"), program);
        return RealLabo.run(folder, "verifier", EXERCISE, "server.py", "--bac", sandbox.term(), "--format", "json");
    }

    private static Set<String> passed(JsonNode report) {
        Set<String> passed = new HashSet<>();
        for (JsonNode check : report.get("checks")) {
            if (check.get("status").asText().equals("passed")) {
                passed.add(check.get("id").asText());
            }
        }
        return passed;
    }

    private static List<String> diagnoses(JsonNode report) {
        List<String> ids = new ArrayList<>();
        report.get("diagnoses").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static int lineOf(String text, String program) {
        return program.substring(0, program.indexOf(text)).split("\n", -1).length;
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void theCoursesServerThatSendsOctetsHasFullMarks(Sandbox sandbox) throws IOException {
        String octets =
                asTheCoursePrintsIt().replaceAll("sendall\\(['\"]Salut mec\\.['\"]\\)", "sendall(b\"Salut mec.\")");
        assertThat(octets).contains("sendall(b\"Salut mec.\")");
        RealLabo.Outcome outcome = verify(sandbox, octets);
        JsonNode report = outcome.json();
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(report.get("status").asText()).isEqualTo("passed");
        assertThat(report.get("sandbox").asText()).isEqualTo(sandbox.term());
        assertThat(report.get("score").asInt())
                .isEqualTo(report.get("maxScore").asInt())
                .isEqualTo(RealLabo.course().exercise(EXERCISE).orElseThrow().maxScore());
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void asTheCoursePrintsItItSendsTextAndTheLineIsNamed(Sandbox sandbox) throws IOException {
        String program = asTheCoursePrintsIt();
        RealLabo.Outcome outcome = verify(sandbox, program);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(diagnoses(outcome.json())).containsExactly("str-not-bytes");
        assertThat(outcome.json().get("checks"))
                .filteredOn(check -> check.get("status").asText().equals("failed"))
                .first()
                .satisfies(check -> {
                    assertThat(check.get("diagnosis").asText()).isEqualTo("str-not-bytes");
                    assertThat(check.get("line").asInt()).isEqualTo(lineOf(".sendall(", program));
                });
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void aServerOnLoopbackPassesNothingThatMachineBMustSee(Sandbox sandbox) throws IOException {
        RealLabo.Outcome outcome = verify(sandbox, """
                import socket

                s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                s.bind(("127.0.0.1", 8888))
                s.listen(1)
                conn, addr = s.accept()
                print("Connected by", addr)
                while True:
                    data = conn.recv(1024)
                    if not data:
                        break
                    print(data)
                    conn.sendall(b"Salut mec.")
                conn.close()
                """);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(diagnoses(outcome.json())).containsExactly("bind-loopback-only");
        assertThat(thatNeed("accept")).hasSizeGreaterThan(10);
        assertThat(passed(outcome.json())).doesNotContainAnyElementsOf(thatNeed("accept"));
    }

    /** The check of that id, and all that need it, directly or not. */
    private static Set<String> thatNeed(String id) {
        Set<String> found = new HashSet<>(Set.of(id));
        for (Scenario scenario :
                RealLabo.course().exercise(EXERCISE).orElseThrow().scenarios()) {
            for (CheckSpec check : scenario.checks()) {
                if (check.needs().stream().anyMatch(found::contains)) {
                    found.add(check.id());
                }
            }
        }
        return found;
    }

    private static Stream<Arguments> programsThatDoNothing() {
        return Stream.of(Sandbox.values())
                .flatMap(sandbox -> Stream.of("pass\n", "", "Ceci n'est pas du Python !\n")
                        .map(program -> Arguments.of(sandbox, program)));
    }

    @ParameterizedTest
    @MethodSource("programsThatDoNothing")
    void aProgramThatDoesNothingPassesNothing(Sandbox sandbox, String program) throws IOException {
        RealLabo.Outcome outcome = verify(sandbox, program);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.json().get("score").asInt()).isZero();
        assertThat(passed(outcome.json())).isEmpty();
        assertThat(outcome.err()).doesNotContain("Exception", "\tat ", "Traceback");
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void whatIsNotPythonIsNamedAsSuch(Sandbox sandbox) throws IOException {
        assertThat(diagnoses(verify(sandbox, "Ceci n'est pas du Python !\n").json()))
                .containsExactly("syntax-error");
    }

    @Test
    void aFolderIsNoProgram() {
        refused("est un dossier", ".");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        refused("n’existe pas", "absent.py");
    }

    private void refused(String said, String file) {
        RealLabo.Outcome outcome = RealLabo.run(folder, "verifier", EXERCISE, file);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(said, "Que faire").doesNotContain("Exception", "\tat ");
    }
}
