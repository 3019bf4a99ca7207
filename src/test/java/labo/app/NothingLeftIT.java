package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import labo.machine.Descendants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a verdict ends, nothing of it is left on the machine. Needs an engine, and fails without one. */
@Timeout(120)
class NothingLeftIT {
    private static final long DEADLINE_S = 60;
    private static final String LOCK = "labo-sockets.lock";
    private static final String PROGRAM = "server.py";

    /** Neither a server, nor waiting for anybody: only its limit of time would end it. */
    private static final String SLOW = """
            import time
            while True:
                time.sleep(1)
            """;

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    /** A JVM of its own that verifies a program. */
    private Process verifier(Sandbox sandbox, String program) throws IOException {
        Files.writeString(folder.resolve(PROGRAM), program);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlabo.home=" + RealLabo.HOME,
                        Main.class.getName(),
                        "verifier",
                        "serveur-tcp",
                        folder.resolve(PROGRAM).toString(),
                        "--bac",
                        sandbox.term())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err")) + Files.readString(folder.resolve("out"));
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void afterAVerdict(Sandbox sandbox) throws Exception {
        String right = Files.readString(RealLabo.SOLUTIONS.resolve("serveur-tcp/right/cours.py"));
        Process verifier = verifier(sandbox, right);
        try {
            assertThat(verifier.waitFor(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(verifier.exitValue()).as(said()).isZero();
        } finally {
            verifier.destroyForcibly();
        }
        assertNothingIsLeftOf(verifier);
    }

    @ParameterizedTest
    @EnumSource(Sandbox.class)
    void afterAKillInTheMiddle(Sandbox sandbox) throws Exception {
        Process verifier = verifier(sandbox, SLOW);
        try {
            awaitProgram(sandbox, verifier);
            assertThat(ours()).hasSizeGreaterThan(1);
        } finally {
            verifier.destroyForcibly();
        }
        assertNothingIsLeftOf(verifier);
    }

    /** Returns once the learner's program is running; there is no event of it outside the machine that it runs in. */
    private void awaitProgram(Sandbox sandbox, Process verifier) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        while (!runs(sandbox, verifier)) {
            assertThat(verifier.isAlive()).as(said()).isTrue();
            assertThat(System.nanoTime())
                    .as("the program never ran: %s", said())
                    .isLessThan(deadline);
        }
    }

    private static boolean runs(Sandbox sandbox, Process verifier) throws Exception {
        if (sandbox == Sandbox.LOCAL) {
            return verifier.descendants()
                    .flatMap(process -> process.info().commandLine().stream())
                    .anyMatch(NothingLeftIT::isTheProgram);
        }
        for (String container : containers(verifier)) {
            if (docker("top", container).stream().anyMatch(NothingLeftIT::isTheProgram)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTheProgram(String commandLine) {
        return commandLine.contains("python") && commandLine.endsWith(PROGRAM);
    }

    private void assertNothingIsLeftOf(Process verifier) throws Exception {
        for (ProcessHandle process : ours()) {
            process.onExit().get(DEADLINE_S, TimeUnit.SECONDS);
        }
        assertThat(containers(verifier)).isEmpty();
        assertThat(docker("network", "ls", "-q", "--filter", label(verifier))).isEmpty();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> !file.endsWith(LOCK))).isEmpty();
        }
    }

    /** The verifier, its watchdog, its agents, the learner's program: all find this test's folder in their environment. */
    private List<ProcessHandle> ours() {
        return Descendants.toldOf(temporary);
    }

    private static List<String> containers(Process verifier) throws Exception {
        return docker("ps", "-aq", "--filter", label(verifier));
    }

    private static String label(Process verifier) {
        return "label=labo.pid=" + verifier.pid();
    }

    /** What the engine's own client says; nothing where the container asked about is no longer there. */
    private static List<String> docker(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = client.waitFor();
        if (!arguments[0].equals("top")) {
            assertThat(code).as("docker %s", List.of(arguments)).isZero();
        }
        return said.lines().toList();
    }
}
