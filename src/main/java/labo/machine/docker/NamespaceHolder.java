package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import labo.machine.LabException;
import labo.observe.MachineName;

/**
 * A container that does nothing but hold machine A's network namespace, so that the next machine A need not wait for
 * another to be set up: that is nearly half of what the start of a container costs. It ends with its stdin, and so with
 * whoever made it.
 */
final class NamespaceHolder implements AutoCloseable {
    private static final String NOBODY = "65534:65534";

    private final DockerClient client;
    private final String id;
    private final Pipe stdin;
    private final Attachment attachment;
    private final Executor background;

    private NamespaceHolder(DockerClient client, String id, Pipe stdin, Attachment attachment, Executor background) {
        this.client = client;
        this.id = id;
        this.stdin = stdin;
        this.attachment = attachment;
        this.background = background;
    }

    /**
     * Starts one at machine A's addresses, which nobody else has.
     *
     * @throws LabException {@code NO_START} or {@code NO_IMAGE} if it cannot be started; nothing is left behind then
     */
    static NamespaceHolder start(LabSetup setup, PrivateNetwork network, String name)
            throws LabException, InterruptedException {
        DockerClient client = setup.engine().client();
        NetworkStack stack = new NetworkStack.Own(MachineName.A, network, false);
        String id = null;
        boolean started = false;
        try {
            id = create(client, setup, stack, name);
            Pipe stdin = new Pipe();
            Attachment attachment = Attachment.to(client, id, stdin.out(), OutputStream.nullOutputStream());
            client.startContainerCmd(id).exec();
            started = true;
            return new NamespaceHolder(client, id, stdin, attachment, setup.background());
        } catch (NotFoundException e) {
            throw new LabException(LabException.Fault.NO_IMAGE, "no image " + setup.image(), e);
        } catch (RuntimeException e) {
            throw Engine.noStart("the network of machine A", e);
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_START, "cannot attach to the network of machine A", e);
        } finally {
            if (id != null && !started) {
                new Sweeper(client).removeContainer(id, setup.background());
            }
        }
    }

    private static String create(DockerClient client, LabSetup setup, NetworkStack stack, String name) {
        return stack.in(client.createContainerCmd(setup.image()))
                .withName(name)
                .withCmd("cat")
                .withUser(NOBODY)
                .withHostConfig(Hardening.ofHolder(stack))
                .withLabels(setup.owner().labels())
                .withAttachStdin(true)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .exec()
                .getId();
    }

    /** What it holds. */
    NetworkStack stack() {
        return new NetworkStack.Shared(id);
    }

    /** Removes it; the addresses are free when this returns. */
    @Override
    public void close() {
        stdin.end();
        new Sweeper(client).removeContainer(id, background);
        attachment.end();
    }
}
