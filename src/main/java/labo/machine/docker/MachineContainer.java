package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import labo.machine.Hello;
import labo.machine.JsonAgent;
import labo.machine.LabException;
import labo.observe.MachineName;

/**
 * A running machine: its container, its agent, and what the agent said first.
 *
 * @param id the engine's name for the container
 */
record MachineContainer(String id, JsonAgent agent, Hello hello) implements AutoCloseable {
    private static final Duration HELLO = Duration.ofSeconds(30);
    private static final Duration ATTACH = Duration.ofSeconds(10);
    private static final long REMOVAL_S = 20;

    /** What a container is made of. */
    record Plan(MachineName machine, String image, PrivateNetwork network, Owner owner, String name, boolean timeWait) {
        private String role() {
            return machine.name().toLowerCase(Locale.ROOT);
        }

        private String address() {
            return machine == MachineName.A ? network.addressA() : network.addressB();
        }

        private String peer() {
            return machine == MachineName.A ? network.addressB() : network.addressA();
        }

        /** Bound to the address: who knew the machine before finds its successor there at once. */
        private String hardwareAddress() {
            return String.format("02:42:0a:%02x:00:%02x", network.number(), machine == MachineName.A ? 11 : 12);
        }

        private List<String> command() {
            List<String> agent = List.of(
                    "python3",
                    "-I",
                    "-B",
                    "/labo/agent/agent.py",
                    "--role",
                    role(),
                    "--sandbox",
                    "docker",
                    "--address",
                    address(),
                    "--peer",
                    peer());
            List<String> work = machine == MachineName.A ? List.of("--work", "/work") : List.of();
            return java.util.stream.Stream.concat(agent.stream(), work.stream()).toList();
        }
    }

    /** Waits until no other machine has the address; throws what keeps it from being free. */
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
            return new MachineContainer(id, agent, hello);
        } catch (RuntimeException e) {
            throw Engine.noStart("machine " + plan.machine(), e);
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_START, "cannot attach to machine " + plan.machine(), e);
        } finally {
            if (hello == null) {
                if (agent != null) {
                    agent.close();
                } else {
                    remove(client, id, background);
                }
            }
        }
    }

    private static String create(DockerClient client, Plan plan) throws LabException {
        try {
            CreateContainerResponse created = client.createContainerCmd(plan.image())
                    .withName(plan.name())
                    .withHostName("machine-" + plan.role())
                    .withCmd(plan.command())
                    .withHostConfig(Hardening.of(plan.machine(), plan.network().id(), plan.timeWait()))
                    .withIpv4Address(plan.address())
                    .withMacAddress(plan.hardwareAddress())
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
        Attachment attachment = client.attachContainerCmd(id)
                .withStdIn(toAgent.out())
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .exec(new Attachment(fromAgent.in()));
        // The agent must not speak before somebody listens.
        if (!attachment.awaitStarted(ATTACH.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("no stream within " + ATTACH);
        }
        addressIsFree.await();
        client.startContainerCmd(id).exec();
        // No farewell: a container is not asked to end, it is removed with all that is in it.
        return new JsonAgent(plan.role(), fromAgent.out(), toAgent.in(), Duration.ZERO, () -> {
            remove(client, id, background);
            attachment.end();
        });
    }

    private static void remove(DockerClient client, String id, Executor background) {
        Background.within(background, REMOVAL_S, () -> new Sweeper(client).removeContainer(id));
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

    /** Passes the agent's stdout on; its stderr is not for us. */
    private static final class Attachment extends ResultCallback.Adapter<Frame> {
        private final OutputStream stdout;

        Attachment(OutputStream stdout) {
            this.stdout = stdout;
        }

        @Override
        public void onNext(Frame frame) {
            if (frame.getStreamType() == StreamType.STDOUT) {
                try {
                    stdout.write(frame.getPayload());
                } catch (IOException nobodyReadsAnyMore) {
                    end();
                }
            }
        }

        @Override
        public void onComplete() {
            endStdout();
            super.onComplete();
        }

        @Override
        public void onError(Throwable throwable) {
            endStdout();
            super.onError(throwable);
        }

        private void endStdout() {
            try {
                stdout.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void end() {
            try {
                close();
            } catch (IOException e) {
                // The connection is of no more use, closed or not.
            }
        }
    }
}
