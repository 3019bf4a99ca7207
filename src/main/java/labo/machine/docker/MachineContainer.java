package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import labo.machine.Hello;
import labo.machine.JsonAgent;
import labo.machine.LabException;
import labo.observe.MachineName;

/**
 * A running machine: its container, its agent, and what the agent said first.
 *
 * @param id the engine's name for the container
 * @param stack where its sockets live
 */
record MachineContainer(String id, NetworkStack stack, JsonAgent agent, Hello hello) implements AutoCloseable {
    private static final Duration HELLO = Duration.ofSeconds(30);

    /**
     * What a container is made of.
     *
     * @param stack where its sockets live; the addresses are the network's in any case
     */
    record Plan(
            MachineName machine, String image, PrivateNetwork network, NetworkStack stack, Owner owner, String name) {
        private String role() {
            return machine.name().toLowerCase(Locale.ROOT);
        }

        private MachineName peer() {
            return machine == MachineName.A ? MachineName.B : MachineName.A;
        }

        private List<String> command() {
            List<String> agent = List.of(
                    "python3",
                    "-I",
                    // Nothing but the standard library is needed, and nothing that is installed beside it is to run.
                    "-S",
                    "-B",
                    "/labo/agent/agent.py",
                    "--role",
                    role(),
                    "--sandbox",
                    "docker",
                    "--address",
                    network.address(machine),
                    "--peer",
                    network.address(peer()));
            List<String> work = machine == MachineName.A ? List.of("--work", "/work") : List.of();
            return java.util.stream.Stream.concat(agent.stream(), work.stream()).toList();
        }
    }

    /** Waits until no other machine has the address, or uses its stack; throws what keeps it from being free. */
    @FunctionalInterface
    interface AddressIsFree {
        /** For a machine that is the first of its address. */
        AddressIsFree ALREADY = () -> {};

        void await();
    }

    /**
     * Starts a machine and waits until its agent answers. Blocks without being interruptible: run it on a thread that
     * may be left behind.
     *
     * @param addressIsFree awaited before the machine is started, but after all that can be done without its address
     * @param background where the machine's removal is done, so that nobody waits for an engine that hangs
     * @throws LabException if it cannot be started; nothing is left behind then
     */
    static MachineContainer start(DockerClient client, Plan plan, AddressIsFree addressIsFree, Executor background)
            throws LabException, InterruptedException {
        String id = create(client, plan);
        JsonAgent agent = null;
        Hello hello = null;
        try {
            agent = attachAndStart(client, plan, id, addressIsFree, background);
            hello = Hello.of(agent, plan.role(), HELLO);
            return new MachineContainer(id, plan.stack(), agent, hello);
        } catch (RuntimeException e) {
            throw Engine.noStart("machine " + plan.machine(), e);
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_START, "cannot attach to machine " + plan.machine(), e);
        } finally {
            if (hello == null) {
                if (agent != null) {
                    agent.close();
                } else {
                    new Sweeper(client).removeContainer(id, background);
                }
            }
        }
    }

    private static String create(DockerClient client, Plan plan) throws LabException {
        try {
            CreateContainerResponse created = plan.stack()
                    .in(client.createContainerCmd(plan.image()))
                    .withName(plan.name())
                    .withCmd(plan.command())
                    .withHostConfig(Hardening.of(plan.machine(), plan.stack()))
                    .withLabels(plan.owner().labels())
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .withStdinOpen(true)
                    .withStdInOnce(true)
                    .withTty(false)
                    .exec();
            return created.getId();
        } catch (NotFoundException e) {
            throw new LabException(LabException.Fault.NO_IMAGE, "no image " + plan.image(), e);
        } catch (RuntimeException e) {
            throw Engine.noStart("machine " + plan.machine(), e);
        }
    }

    private static JsonAgent attachAndStart(
            DockerClient client, Plan plan, String id, AddressIsFree addressIsFree, Executor background)
            throws IOException, InterruptedException {
        Pipe toAgent = new Pipe();
        Pipe fromAgent = new Pipe();
        Attachment attachment = Attachment.to(client, id, toAgent.out(), fromAgent.in());
        addressIsFree.await();
        client.startContainerCmd(id).exec();
        // No farewell: a container is not asked to end, it is removed with all that is in it.
        return new JsonAgent(plan.role(), fromAgent.out(), toAgent.in(), Duration.ZERO, () -> {
            new Sweeper(client).removeContainer(id, background);
            attachment.end();
        });
    }

    /** Takes the machine off the network: its address is free when this returns. */
    void leave(DockerClient client, PrivateNetwork network) {
        try {
            client.disconnectFromNetworkCmd()
                    .withContainerId(id)
                    .withNetworkId(network.id())
                    .withForce(true)
                    .exec();
        } catch (DockerException itHasEndedByItself) {
            new Sweeper(client).removeContainer(id);
        }
    }

    /** Ends the agent; the container is gone when this returns. */
    @Override
    public void close() {
        agent.close();
    }
}
