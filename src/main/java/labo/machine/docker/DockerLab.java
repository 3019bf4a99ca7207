package labo.machine.docker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import labo.machine.Agent;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Replies;
import labo.observe.Facts;
import labo.observe.MachineName;
import org.jspecify.annotations.Nullable;

/** Two containers on a network of their own. */
final class DockerLab implements Lab {
    private static final long REMOVAL_S = 20;
    private static final Duration RESET = Duration.ofSeconds(20);

    private final LabSetup setup;
    private final PrivateNetwork network;
    private final Consumer<DockerLab> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
    private final Succession machinesA;
    private final CompletableFuture<MachineContainer> machineB;

    private DockerLab(LabSetup setup, String name, PrivateNetwork network, Consumer<DockerLab> onClose) {
        this.setup = setup;
        this.network = network;
        this.onClose = onClose;
        machinesA = new Succession(setup, name, network);
        var planB = new MachineContainer.Plan(
                MachineName.B,
                setup.image(),
                network,
                new NetworkStack.Own(MachineName.B, network, setup.timeWait()),
                setup.owner(),
                name + "-B");
        machineB = setup.later(() -> setup.start(planB, MachineContainer.AddressIsFree.ALREADY));
    }

    static DockerLab open(LabSetup setup, String name, Consumer<DockerLab> onClose)
            throws LabException, InterruptedException {
        PrivateNetwork network = PrivateNetwork.create(setup.engine(), setup.owner(), name);
        DockerLab lab = new DockerLab(setup, name, network, onClose);
        boolean open = false;
        try {
            lab.machinesA.awaitRunning();
            LabSetup.running(lab.machineB);
            Reach.check(lab.b());
            open = true;
            return lab;
        } finally {
            if (!open) {
                lab.close();
            }
        }
    }

    @Override
    public Facts facts() {
        boolean traced = machinesA.last().hello().traced();
        return new Facts(
                DockerLabs.SANDBOX, traced, true, network.address(MachineName.A), network.address(MachineName.B));
    }

    @Override
    public Agent a() {
        return machinesA.last().agent();
    }

    @Override
    public Agent b() {
        return machineB.join().agent();
    }

    /** The engine's name for a machine's container. */
    String containerId(MachineName machine) {
        return (machine == MachineName.A ? machinesA.last() : machineB.join()).id();
    }

    /** The engine's name for the network. */
    String networkId() {
        return network.id();
    }

    @Override
    public void renew() throws LabException, InterruptedException {
        var reset = b().ask("reset", Map.of());
        machinesA.replace();
        machinesA.awaitRunning();
        Replies.await(reset, "reset of B", RESET);
        Reach.check(b());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Background.within(setup.background(), REMOVAL_S, () -> {
                    CompletableFuture<Void> withoutB = setup.closed(machineB);
                    machinesA.close();
                    withoutB.join();
                    new Sweeper(setup.engine().client()).removeNetwork(network.id());
                });
            } finally {
                gone.complete(null);
            }
            onClose.accept(this);
        } else {
            // Who ends the program after this must not end it in the middle of what another thread removes.
            Background.within(setup.background(), REMOVAL_S, gone::join);
        }
    }
}
