package labo.machine.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import labo.machine.Agent;
import labo.machine.FolderRemoval;
import labo.machine.Hello;
import labo.machine.JsonAgent;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Replies;
import labo.observe.Facts;
import org.jspecify.annotations.Nullable;

/** Two agent processes on loopback. */
final class LocalLab implements Lab {
    private static final Duration HELLO = Duration.ofSeconds(20);

    /** The agent of machine A, what it said first, and its folder. */
    private record MachineA(JsonAgent agent, Hello hello, Path work) {
        void close() {
            agent.close();
            FolderRemoval.remove(work);
        }
    }

    private final Setup setup;
    private final HostTurn turn;
    private final Consumer<LocalLab> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final JsonAgent agentB;
    private @Nullable MachineA machineA;

    /** What does not change from one lab to the next. */
    record Setup(Python python, AgentCode code, Path temporary, boolean timeWait, String addressA, String addressB) {
        private List<String> argumentsOfA(Path work) {
            List<String> arguments = new ArrayList<>(List.of("--work", work.toString()));
            if (timeWait) {
                arguments.add("--time-wait");
            }
            return arguments;
        }
    }

    private LocalLab(Setup setup, HostTurn turn, Consumer<LocalLab> onClose) throws LabException {
        this.setup = setup;
        this.turn = turn;
        this.onClose = onClose;
        agentB = AgentProcess.start(setup.python(), setup.code(), "b", setup.addressB(), setup.addressA(), List.of());
    }

    /** Starts both machines; they own {@code turn} from now on, also if this fails. */
    static LocalLab open(Setup setup, HostTurn turn, Consumer<LocalLab> onClose)
            throws LabException, InterruptedException {
        LocalLab lab;
        try {
            WorkFolder.sweep(setup.temporary());
            lab = new LocalLab(setup, turn, onClose);
        } catch (LabException e) {
            turn.close();
            throw e;
        }
        try {
            lab.machineA = lab.startA();
            Hello.of(lab.agentB, "b", HELLO);
            return lab;
        } catch (LabException | InterruptedException e) {
            lab.close();
            throw e;
        }
    }

    private MachineA startA() throws LabException, InterruptedException {
        Path work = createWork();
        JsonAgent agent = null;
        Hello hello = null;
        try {
            agent = AgentProcess.start(
                    setup.python(), setup.code(), "a", setup.addressA(), setup.addressB(), setup.argumentsOfA(work));
            hello = Hello.of(agent, "a", HELLO);
            return new MachineA(agent, hello, work);
        } finally {
            if (hello == null) {
                if (agent != null) {
                    agent.close();
                }
                FolderRemoval.remove(work);
            }
        }
    }

    private Path createWork() throws LabException {
        try {
            return WorkFolder.create(setup.temporary());
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_START, "no temporary folder", e);
        }
    }

    private MachineA machineA() {
        MachineA a = machineA;
        if (a == null) {
            throw new IllegalStateException("the lab has no machine A");
        }
        return a;
    }

    @Override
    public Facts facts() {
        return new Facts(LocalLabs.SANDBOX, machineA().hello().traced(), false, setup.addressA(), setup.addressB());
    }

    @Override
    public Agent a() {
        return machineA().agent();
    }

    @Override
    public Agent b() {
        return agentB;
    }

    @Override
    public void renew() throws LabException, InterruptedException {
        var reset = agentB.ask("reset", Map.of());
        machineA().close();
        machineA = startA();
        Replies.await(reset, "reset of B", HELLO);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                MachineA a = machineA;
                if (a != null) {
                    a.close();
                }
                agentB.close();
            } finally {
                turn.close();
                onClose.accept(this);
            }
        }
    }
}
