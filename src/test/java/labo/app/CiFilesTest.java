package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import labo.report.Texts;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The workflow files that a teacher copies are YAML, and call commands and options that exist. */
class CiFilesTest {
    private static final Path FOLDER = Path.of("grader", "ci");
    private static final String LABO = ".labo/labo ";

    private static Object yaml(String file) throws IOException {
        return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                .loadFromString(Files.readString(FOLDER.resolve(file)));
    }

    private static Map<?, ?> in(Object node, String key) {
        assertThat(node).isInstanceOf(Map.class);
        Object found = ((Map<?, ?>) node).get(key);
        assertThat(found).as(key).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(found);
    }

    /** Every text in a tree of YAML. */
    private static Stream<String> texts(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(CiFilesTest::texts);
        }
        if (node instanceof List<?> list) {
            return list.stream().flatMap(CiFilesTest::texts);
        }
        return Stream.of(String.valueOf(node));
    }

    /** What a file asks of labo: the words after its name, a list for each call. */
    private static List<List<String>> calls(String file) throws IOException {
        return texts(yaml(file))
                .flatMap(String::lines)
                .filter(line -> line.startsWith(LABO))
                .map(line -> line.substring(LABO.length()).replace("\"$EXERCICE\"", "serveur-tcp"))
                .map(line -> line.replace("\"$FICHIER\"", "server.py"))
                .map(line -> Arrays.asList(line.split(" ")))
                .toList();
    }

    private static void parse(List<String> call) {
        Texts texts = new Texts("labo.app.messages");
        World world = new World(
                RealLabo.HOME,
                RealLabo.HOME,
                Map.of(),
                Terminals.system(System.getProperties(), Map.of()),
                RealLabo.backstage());
        List<String> words = new ArrayList<>(call);
        Iterator<String> word = words.iterator();
        Object command =
                word.next().equals("preparer") ? new PrepareCommand(world, texts) : new VerifyCommand(world, texts);
        word.remove();
        new CommandLine(command).setResourceBundle(texts.bundle()).parseArgs(words.toArray(String[]::new));
        int format = words.indexOf("--format");
        if (format >= 0) {
            ReportFormat.of(words.get(format + 1));
        }
    }

    @Test
    void gitHubClassroomPreparesThenVerifiesWithAnnotations() throws IOException {
        List<List<String>> calls = calls("github-classroom.yml");
        assertThat(calls).extracting(call -> call.get(0)).containsExactly("preparer", "verifier");
        assertThat(calls.get(1)).contains("--format", "github", "docker");
        assertThat(calls).allSatisfy(CiFilesTest::parse);
    }

    @Test
    void gitLabKeepsAReportThatItReads() throws IOException {
        List<List<String>> calls = calls("gitlab-ci.yml");
        assertThat(calls).extracting(call -> call.get(0)).containsExactly("preparer", "verifier");
        assertThat(calls).allSatisfy(CiFilesTest::parse);
        List<String> verify = calls.get(1);
        String report = verify.get(verify.indexOf("--sortie") + 1);
        Map<?, ?> artifacts = in(in(yaml("gitlab-ci.yml"), "labo"), "artifacts");
        assertThat(artifacts.get("when")).isEqualTo("always");
        assertThat(in(artifacts, "reports").get("junit")).isEqualTo(report);
    }

    @Test
    void theExerciseAndItsFileAreThoseOfTheCourse() throws IOException {
        for (String file : List.of("github-classroom.yml", "gitlab-ci.yml")) {
            Map<?, ?> given = in(yaml(file), file.startsWith("github") ? "env" : "variables");
            assertThat(RealLabo.course()
                            .exercise(String.valueOf(given.get("EXERCICE")))
                            .orElseThrow()
                            .file())
                    .isEqualTo(given.get("FICHIER"));
        }
    }
}
