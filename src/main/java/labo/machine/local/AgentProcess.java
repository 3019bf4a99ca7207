package labo.machine.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import labo.machine.JsonAgent;
import labo.machine.LabException;

/** Starts an agent as a process of this machine. It ends with its stdin, and so with this JVM, however that ends. */
final class AgentProcess {
    // What an interpreter needs to run; the rest of our environment (a build's secrets, say) is none of its business.
    private static final Set<String> PASSED_ON = Set.of(
            "PATH",
            "PATHEXT",
            "HOME",
            "USERPROFILE",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TMPDIR",
            "TEMP",
            "TMP",
            "SYSTEMROOT",
            "COMSPEC",
            "APPDATA",
            "LOCALAPPDATA");
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final long GONE_S = 5;

    private AgentProcess() {}

    /**
     * Starts an agent.
     *
     * @param code the agent's program, and where Python keeps it compiled
     * @param role {@code a} or {@code b}
     * @param address its own address
     * @param peer the other machine's
     * @param more further arguments
     * @throws LabException {@code NO_START} if the process cannot be started
     */
    static JsonAgent start(Python python, AgentCode code, String role, String address, String peer, List<String> more)
            throws LabException {
        List<String> arguments = new ArrayList<>(code.arguments());
        arguments.addAll(List.of("--role", role, "--sandbox", "local", "--address", address, "--peer", peer));
        arguments.addAll(more);
        ProcessBuilder builder =
                new ProcessBuilder(python.with(arguments)).redirectError(ProcessBuilder.Redirect.DISCARD);
        keepOnlyWhatIsNeeded(builder.environment());
        try {
            Process process = builder.start();
            return new JsonAgent(
                    role, process.getInputStream(), process.getOutputStream(), FAREWELL, () -> end(process));
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_START, "cannot start agent " + role, e);
        }
    }

    private static void keepOnlyWhatIsNeeded(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !PASSED_ON.contains(name.toUpperCase(java.util.Locale.ROOT)));
    }

    /** For an agent that did not end with its stdin (stopped by a signal, say): what it started goes with it. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(GONE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
