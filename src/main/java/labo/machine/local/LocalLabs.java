package labo.machine.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import org.jspecify.annotations.Nullable;

/**
 * Labs without an engine: the agents run as processes of this machine and meet on loopback. All of them share this
 * machine's ports, so that one lab is open at a time, whatever the number of threads and processes that want one.
 */
public final class LocalLabs implements Labs {
    static final String SANDBOX = "local";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOCK_FILE = "labo-sockets.lock";

    private final AgentCode code;
    private final Path temporary;
    private final boolean timeWait;
    private final Duration patience;
    private final Set<LocalLab> open = ConcurrentHashMap.newKeySet();

    /**
     * Labs where a server can be started again at once.
     *
     * @param agents the folder of the agents' program ({@code grader/agent})
     */
    public LocalLabs(Path agents) {
        this(agents, false);
    }

    /**
     * @param agents the folder of the agents' program ({@code grader/agent})
     * @param timeWait whether a port in TIME-WAIT stays taken, as for any ordinary program
     */
    public LocalLabs(Path agents, boolean timeWait) {
        this(code(agents, null), timeWait, Path.of(System.getProperty("java.io.tmpdir")), PATIENCE);
    }

    /**
     * The same, with shorter starts.
     *
     * @param compiled the folder where the agents are kept compiled; made when it is first needed, and only this user's own
     */
    public LocalLabs(Path agents, boolean timeWait, Path compiled) {
        this(code(agents, compiled), timeWait, Path.of(System.getProperty("java.io.tmpdir")), PATIENCE);
    }

    /**
     * @param temporary where the lock and the temporary folders go
     * @param patience how long to wait for another lab's end
     */
    LocalLabs(Path agents, boolean timeWait, Path temporary, Duration patience) {
        this(code(agents, null), timeWait, temporary, patience);
    }

    private LocalLabs(AgentCode code, boolean timeWait, Path temporary, Duration patience) {
        this.code = code;
        this.temporary = temporary;
        this.timeWait = timeWait;
        this.patience = patience;
    }

    private static AgentCode code(Path agents, @Nullable Path compiled) {
        return new AgentCode(agents.resolve("agent.py").toAbsolutePath(), compiled);
    }

    @Override
    public String sandbox() {
        return SANDBOX;
    }

    @Override
    public Lab open() throws LabException, InterruptedException {
        Python python = Python.find();
        List<String> addresses = addresses();
        var setup = new LocalLab.Setup(python, code, temporary, timeWait, addresses.get(0), addresses.get(1));
        HostTurn turn = HostTurn.take(temporary.resolve(LOCK_FILE), patience);
        LocalLab lab = LocalLab.open(setup, turn, open::remove);
        open.add(lab);
        return lab;
    }

    /** Linux answers on all of 127.0.0.0/8; elsewhere only the first address is sure to be there. */
    private static List<String> addresses() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return linux ? List.of("127.0.0.11", "127.0.0.12") : List.of("127.0.0.1", "127.0.0.1");
    }

    @Override
    public void close() {
        open.forEach(LocalLab::close);
    }
}
