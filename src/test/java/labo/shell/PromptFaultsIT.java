package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import labo.engine.PrivateEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes away under a learner who waits in a call: machine A, the engine, the terminal. */
@Timeout(180)
class PromptFaultsIT {
    /** Reached only by a failure. */
    private static final long PATIENCE_S = 60;

    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    @TempDir
    Path folder;

    private TmuxTerminal waitingInRecv() throws Exception {
        return waitingInRecv(Map.of());
    }

    private TmuxTerminal waitingInRecv(Map<String, String> environment) throws Exception {
        TmuxTerminal terminal = TmuxTerminal.labo(folder, environment, "--bac", "docker", "--graine", "7");
        terminal.await("encore");
        terminal.press("C-c");
        terminal.await("Entrée : la suite");
        terminal.type("/aller accept");
        terminal.await("encore");
        terminal.press("Enter");
        terminal.await("A │ listen");
        terminal.type("conn, addr = s.accept()");
        terminal.await("Entrée pour continuer");
        terminal.type("conn.recv(10)");
        terminal.await("A attend dans recv()");
        return terminal;
    }

    @Test
    void aLostMachineIsSaidAndBeginningAgainOpensAnother() throws Exception {
        try (TmuxTerminal terminal = waitingInRecv()) {
            String machine = docker("ps", "--format", "{{.Names}}", "--filter", labels(terminal.program())).stream()
                    .filter(name -> name.matches(".*-A[0-9]+"))
                    .findFirst()
                    .orElseThrow();
            docker("kill", machine);
            terminal.await("La machine A ne répond plus");
            terminal.type("/recommencer");
            terminal.await("A │ listen");
            assertThat(terminal.screen()).contains("Entrée : suite");
            terminal.type("[s.getsockname()[1] - 8000]");
            terminal.await("[888]");
        }
    }

    @Test
    void anEngineThatDiesIsSaidAndBeginningAgainGoesOnOnceItIsBack(@TempDir Path engineFolder) throws Exception {
        try (PrivateEngine engine = PrivateEngine.start(engineFolder)) {
            Map<String, String> there = Map.of("DOCKER_HOST", engine.address());
            try (TmuxTerminal terminal = waitingInRecv(there)) {
                engine.does(PrivateEngine.Deed.KILL);
                terminal.await("La machine A ne répond plus");
                engine.does(PrivateEngine.Deed.START);
                terminal.type("/recommencer");
                terminal.await("A │ listen");
                terminal.type("[s.getsockname()[1] - 8000]");
                terminal.await("[888]");
            }
            try (TmuxTerminal again = TmuxTerminal.labo(folder, there, "--bac", "docker", "--graine", "7")) {
                again.await("accept 1/7");
                again.await("Entrée : suite");
                again.press("C-d");
                again.awaitEnd();
            }
            engine.awaitNothingLeft();
        }
    }

    @Test
    void aClosedTerminalLeavesNothingRunningAndThePlaceIsKept() throws Exception {
        ProcessHandle lab;
        try (TmuxTerminal terminal = waitingInRecv()) {
            lab = terminal.program();
        }
        lab.onExit().get(60, TimeUnit.SECONDS);
        awaitNone("ps", "-aq", "--filter", labels(lab));
        awaitNone("network", "ls", "-q", "--filter", labels(lab));
        try (TmuxTerminal again = TmuxTerminal.labo(folder, Map.of(), "--bac", "docker", "--graine", "7")) {
            again.await("accept 1/7");
            again.await("Entrée : suite");
        }
    }

    /** The machines end by themselves when the lab is no more; the engine takes a moment to put them away. */
    private static void awaitNone(String... listing) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        List<String> left = docker(listing);
        while (!left.isEmpty()) {
            assertThat(System.nanoTime()).as("%s are left", left).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NS);
            left = docker(listing);
        }
    }

    private static String labels(ProcessHandle lab) {
        return "label=labo.pid=" + lab.pid();
    }

    private static List<String> docker(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said.lines().toList();
    }
}
