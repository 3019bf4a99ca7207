package labo.machine.docker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import labo.machine.LabException;

/**
 * What does not change from one lab to the next.
 *
 * @param timeWait whether machine A's connections linger in TIME-WAIT, as on any ordinary machine
 */
record LabSetup(Engine engine, String image, Owner owner, boolean timeWait, Executor background) {
    /** How a machine comes to run. */
    @FunctionalInterface
    interface Start {
        MachineContainer machine() throws LabException, InterruptedException;
    }

    /** Starts a machine in the background, since the engine's client cannot be interrupted while it waits. */
    CompletableFuture<MachineContainer> later(Start start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return start.machine();
                    } catch (LabException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                background);
    }

    /** Starts a machine now; see {@link MachineContainer#start}. */
    MachineContainer start(MachineContainer.Plan plan, MachineContainer.AddressIsFree addressIsFree)
            throws LabException, InterruptedException {
        return MachineContainer.start(engine.client(), plan, addressIsFree, background);
    }

    /** Closes a machine in the background, also one that is still being started, once it is. */
    CompletableFuture<Void> closed(CompletableFuture<MachineContainer> machine) {
        return machine.handleAsync(
                (running, failure) -> {
                    if (running != null) {
                        running.close();
                    }
                    return null;
                },
                background);
    }

    /** Waits for a machine that is being started. */
    static MachineContainer running(CompletableFuture<MachineContainer> machine)
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
}
