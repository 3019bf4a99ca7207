package labo.machine.docker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** What does not change from one lab to the next. */
    record Setup(Engine engine, String image, Owner owner, boolean timeWait, Executor background) {}

    private final Setup setup;
    private final String name;
    private final PrivateNetwork network;
    private final Consumer<DockerLab> onClose;
    private final AtomicInteger machines = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
    private final List<CompletableFuture<Void>> removals = new CopyOnWriteArrayList<>();
    private CompletableFuture<MachineContainer> machineA;
    private @Nullable MachineContainer lastA;
    private final CompletableFuture<MachineContainer> machineB;

    private DockerLab(Setup setup, String name, PrivateNetwork network, Consumer<DockerLab> onClose) {
        this.setup = setup;
        this.name = name;
        this.network = network;
        this.onClose = onClose;
        machineA = startMachine(MachineName.A, MachineContainer.AddressIsFree.ALREADY);
        machineB = startMachine(MachineName.B, MachineContainer.AddressIsFree.ALREADY);
    }

    static DockerLab open(Setup setup, String name, Consumer<DockerLab> onClose)
            throws LabException, InterruptedException {
        PrivateNetwork network = PrivateNetwork.create(setup.engine(), setup.owner(), name);
        DockerLab lab = new DockerLab(setup, name, network, onClose);
        boolean open = false;
        try {
            lab.lastA = running(lab.machineA);
            running(lab.machineB);
            Reach.check(lab.b());
            open = true;
            return lab;
        } finally {
            if (!open) {
                lab.close();
            }
        }
    }

    /** In the background, since the engine's client cannot be interrupted while it waits. */
    private CompletableFuture<MachineContainer> startMachine(
            MachineName machine, MachineContainer.AddressIsFree addressIsFree) {
        String containerName = name + "-" + machine.name() + machines.incrementAndGet();
        var plan = new MachineContainer.Plan(
                machine, setup.image(), network, setup.owner(), containerName, setup.timeWait());
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return MachineContainer.start(setup.engine().client(), plan, addressIsFree, setup.background());
                    } catch (LabException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                setup.background());
    }

    private static MachineContainer running(CompletableFuture<MachineContainer> machine)
            throws LabException, InterruptedException {
        try {
            return machine.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException cause) {
                throw new LabException(cause.fault(), String.valueOf(cause.getMessage()), cause);
            }
            throw new LabException(LabException.Fault.NO_START, "machine: " + e.getMessage(), e);
        }
    }

    /** The last one that ran: where none could be started after it, its agent says that it is lost. */
    private MachineContainer lastA() {
        MachineContainer last = lastA;
        if (last == null) {
            throw new IllegalStateException("the lab is not open");
        }
        return last;
    }

    @Override
    public Facts facts() {
        boolean traced = lastA().hello().traced();
        return new Facts(DockerLabs.SANDBOX, traced, true, network.addressA(), network.addressB());
    }

    @Override
    public Agent a() {
        return lastA().agent();
    }

    @Override
    public Agent b() {
        return machineB.join().agent();
    }

    /** The engine's name for a machine's container. */
    String containerId(MachineName machine) {
        return (machine == MachineName.A ? lastA() : machineB.join()).id();
    }

    /** The engine's name for the network. */
    String networkId() {
        return network.id();
    }

    @Override
    public void renew() throws LabException, InterruptedException {
        var reset = b().ask("reset", Map.of());
        MachineContainer before = lastA();
        before.agent().abandon();
        // Only the address must be free before the next machine can start; the rest of the old one may take its time.
        var left = machineA.handleAsync((started, failure) -> free(before, started), setup.background());
        machineA = startMachine(MachineName.A, left::join);
        remove(before, left);
        lastA = running(machineA);
        Replies.await(reset, "reset of B", RESET);
        Reach.check(b());
    }

    /** Frees the address, also of a machine whose start nobody waited for. */
    private @Nullable Void free(MachineContainer before, @Nullable MachineContainer started) {
        before.leave(setup.engine().client(), network);
        if (started != null && !started.equals(before)) {
            started.close();
        }
        return null;
    }

    private void remove(MachineContainer machine, CompletableFuture<@Nullable Void> after) {
        removals.removeIf(CompletableFuture::isDone);
        removals.add(after.handleAsync(
                (left, failure) -> {
                    machine.close();
                    return null;
                },
                setup.background()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Background.within(setup.background(), REMOVAL_S, () -> {
                    CompletableFuture.allOf(closed(machineA), closed(machineB)).join();
                    removals.forEach(CompletableFuture::join);
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

    /** Also a machine that is still being started is closed, once it is. */
    private CompletableFuture<Void> closed(CompletableFuture<MachineContainer> machine) {
        return machine.handleAsync(
                (running, failure) -> {
                    if (running != null) {
                        running.close();
                    }
                    return null;
                },
                setup.background());
    }
}
