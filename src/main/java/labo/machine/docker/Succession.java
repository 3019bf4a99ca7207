package labo.machine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import labo.machine.LabException;
import labo.machine.Replies;
import labo.observe.MachineName;
import org.jspecify.annotations.Nullable;

/**
 * Machine A and those that take its place, one after the other, each a container of its own. The first brings its network
 * stack along. Later ones share one that a {@link NamespaceHolder} keeps, and in which nothing of the machine before is
 * left; but not where connections linger in TIME-WAIT, which the stack would remember.
 */
final class Succession {
    private static final Duration SOCKETS = Duration.ofSeconds(20);

    private final LabSetup setup;
    private final String name;
    private final PrivateNetwork network;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<CompletableFuture<Void>> removals = new CopyOnWriteArrayList<>();
    private CompletableFuture<MachineContainer> current;
    private @Nullable MachineContainer last;
    private volatile @Nullable NamespaceHolder holder;

    Succession(LabSetup setup, String name, PrivateNetwork network) {
        this.setup = setup;
        this.name = name;
        this.network = network;
        current = setup.later(() -> start(own(), MachineContainer.AddressIsFree.ALREADY));
    }

    private NetworkStack own() {
        return new NetworkStack.Own(MachineName.A, network, setup.timeWait());
    }

    private MachineContainer start(NetworkStack stack, MachineContainer.AddressIsFree addressIsFree)
            throws LabException, InterruptedException {
        var plan = new MachineContainer.Plan(MachineName.A, setup.image(), network, stack, setup.owner(), nextName());
        return setup.start(plan, addressIsFree);
    }

    private String nextName() {
        return name + "-A" + numbers.incrementAndGet();
    }

    /** Waits until the machine runs that was started last. */
    void awaitRunning() throws LabException, InterruptedException {
        last = LabSetup.running(current);
    }

    /** The last one that ran: where none could be started after it, its agent says that it is lost. */
    MachineContainer last() {
        MachineContainer running = last;
        if (running == null) {
            throw new IllegalStateException("the lab is not open");
        }
        return running;
    }

    /** Puts another machine in the place of the last one; {@link #awaitRunning} waits for it. */
    void replace() {
        MachineContainer before = last();
        before.agent().abandon();
        CompletableFuture<Void> free =
                current.handleAsync((started, failure) -> free(before, started), setup.background());
        current = setup.later(() -> setup.timeWait() ? start(own(), free::join) : startInHeldStack(free));
    }

    /** Makes room, also where a machine was started that nobody waited for. */
    private @Nullable Void free(MachineContainer before, @Nullable MachineContainer started) {
        if (before.stack() instanceof NetworkStack.Own) {
            // Only the address must be free before the next machine can start; the rest of the old one may take its
            // time.
            before.leave(setup.engine().client(), network);
            removeLater(before);
        } else {
            before.close();
        }
        if (started != null && !started.equals(before)) {
            started.close();
        }
        return null;
    }

    private void removeLater(MachineContainer machine) {
        removals.removeIf(CompletableFuture::isDone);
        removals.add(CompletableFuture.runAsync(machine::close, setup.background()));
    }

    private MachineContainer startInHeldStack(CompletableFuture<Void> free) throws LabException, InterruptedException {
        NamespaceHolder held = holder;
        MachineContainer next = held == null ? null : startIn(held, free::join);
        if (next != null) {
            return next;
        }
        free.join();
        if (held != null) {
            held.close();
        }
        NamespaceHolder fresh = NamespaceHolder.start(setup, network, name + "-N" + numbers.incrementAndGet());
        holder = fresh;
        return start(fresh.stack(), MachineContainer.AddressIsFree.ALREADY);
    }

    /** Null: there is something left in the stack, or its holder has gone. */
    private @Nullable MachineContainer startIn(NamespaceHolder held, MachineContainer.AddressIsFree addressIsFree)
            throws InterruptedException {
        MachineContainer next = null;
        boolean clean = false;
        try {
            next = start(held.stack(), addressIsFree);
            clean = isWithoutSockets(next);
            return clean ? next : null;
        } catch (LabException gone) {
            return null;
        } finally {
            if (next != null && !clean) {
                next.close();
            }
        }
    }

    /** A socket that outlives its program is the kernel's: a connection that is not wholly closed yet. */
    private static boolean isWithoutSockets(MachineContainer machine) throws LabException, InterruptedException {
        JsonNode answer = Replies.await(machine.agent().ask("sockets", Map.of()), "sockets of A", SOCKETS);
        return answer.path("sockets").isEmpty();
    }

    /** Ends and removes all of them; they are gone when this returns. */
    void close() {
        setup.closed(current).join();
        removals.forEach(CompletableFuture::join);
        NamespaceHolder held = holder;
        if (held != null) {
            held.close();
        }
    }
}
