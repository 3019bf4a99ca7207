package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts an engine, with an engine that dies over its books, in folders of its own. */
@Timeout(60)
class EngineScriptTest {
    private static final String BOOKS = "local-kv.db";
    private static final String STALE = "reservePools";

    @TempDir
    private Path folder = Path.of("");

    private Path network = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void anEngineThatWasKilled() throws IOException {
        network = Files.createDirectories(folder.resolve("data/network/files"));
        journal = folder.resolve("journal");
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(network.resolve(BOOKS), "half a network");
        Files.writeString(journal, "the one before\n");
        command("id", "echo 0");
        command("systemctl", "exit 1");
        command("mmdebstrap", "exit 0");
        command("docker", "[ -f \"$LABO_ENGINE_RUN/answers\" ]");
        engineDiesWhere("[ -f \"$LABO_ENGINE_DATA/network/files/local-kv.db\" ]", STALE);
    }

    private void command(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void engineDiesWhere(String condition, String why) throws IOException {
        command("dockerd", """
                echo start >>"$LABO_ENGINE_RUN/starts"
                if %s; then
                    echo 'panic: runtime error: invalid memory address or nil pointer dereference'
                    echo 'github.com/docker/libnetwork.(*network).%s'
                    exit 2
                fi
                : >"$LABO_ENGINE_RUN/answers"
                """.formatted(condition, why));
    }

    private RealLabo.Outcome start() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                "sh", RealLabo.HOME.resolve("grader/image/engine.sh").toString());
        script.environment()
                .putAll(Map.of(
                        "LABO_ENGINE_LOG", journal.toString(),
                        "LABO_ENGINE_DATA", folder.resolve("data").toString(),
                        "LABO_ENGINE_RUN", folder.resolve("run").toString(),
                        "LABO_ENGINE_SETTINGS", folder.resolve("daemon.json").toString()));
        script.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = script.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RealLabo.Outcome(process.waitFor(), said, "");
    }

    private List<String> books() throws IOException {
        try (Stream<Path> files = Files.list(network)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertLeftAlone() throws Exception {
        RealLabo.Outcome outcome = start();
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
        assertThat(books()).containsExactly(BOOKS);
        assertThat(folder.resolve("run/starts")).hasContent("start");
    }

    @Test
    void booksThatItsOwnEngineDiesOverArePutAsideAndSaidSo() throws Exception {
        RealLabo.Outcome outcome = start();
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("mis de côté", "Second essai", "Le moteur répond.");
        assertThat(books()).singleElement().satisfies(name -> {
            assertThat(name).startsWith(BOOKS + ".");
            assertThat(network.resolve(name)).hasContent("half a network");
        });
    }

    @Test
    void itTriesOnceMoreAndNoMore() throws Exception {
        engineDiesWhere("echo again >\"$LABO_ENGINE_DATA/network/files/local-kv.db\"", STALE);
        RealLabo.Outcome outcome = start();
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out()).contains("Le moteur s'est arrêté.", STALE);
        assertThat(folder.resolve("run/starts")).hasContent("start\nstart");
        assertThat(books()).hasSize(2).contains(BOOKS);
    }

    @Test
    void booksOfAnEngineThatItNeverStartedAreLeftAlone() throws Exception {
        Files.delete(journal);
        assertLeftAlone();
    }

    @Test
    void booksThatMayBeAnotherEnginesAreLeftAlone() throws Exception {
        Files.writeString(folder.resolve("daemon.json"), "{\"data-root\": \"/srv/docker\"}");
        assertLeftAlone();
    }

    @Test
    void anEngineThatDiesOfSomethingElseKeepsItsBooks() throws Exception {
        engineDiesWhere("true", "somethingElse");
        assertLeftAlone();
    }
}
