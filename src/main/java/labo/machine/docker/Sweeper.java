package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.WaitContainerCondition;
import com.github.dockerjava.api.model.WaitResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Removes containers and networks of ours, so that they are gone when it returns. */
final class Sweeper {
    private static final long REMOVAL_S = 20;
    private static final int ATTEMPTS = 5;

    private final DockerClient client;

    Sweeper(DockerClient client) {
        this.client = client;
    }

    /** Removes all that belongs to an owner who matches; waits until it is gone. */
    void sweep(Predicate<Owner> match) {
        containers(match).forEach(this::removeContainer);
        networks(match).forEach(this::removeNetwork);
    }

    private List<String> containers(Predicate<Owner> match) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(Owner.PID)).exec().stream()
                .filter(container -> isOf(container.getLabels(), match))
                .map(Container::getId)
                .toList();
    }

    private List<String> networks(Predicate<Owner> match) {
        return client.listNetworksCmd().withFilter("label", List.of(Owner.PID)).exec().stream()
                .filter(network -> isOf(network.getLabels(), match))
                .map(Network::getId)
                .toList();
    }

    private static boolean isOf(Map<String, String> labels, Predicate<Owner> match) {
        return Owner.of(labels).filter(match).isPresent();
    }

    /** Kills and removes a container, and waits until it is gone. */
    void removeContainer(String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            return;
        } catch (ConflictException itsOwnRemovalIsUnderWay) {
            awaitRemoval(id);
        }
    }

    /** The same on another thread, so that nobody waits for an engine that hangs: what is missed is swept later. */
    void removeContainer(String id, Executor background) {
        Background.within(background, REMOVAL_S, () -> removeContainer(id));
    }

    private void awaitRemoval(String id) {
        try (var wait = client.waitContainerCmd(id)
                .withCondition(WaitContainerCondition.REMOVED)
                .exec(new ResultCallback.Adapter<WaitResponse>())) {
            wait.awaitCompletion(REMOVAL_S, TimeUnit.SECONDS);
        } catch (NotFoundException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.io.IOException e) {
            // The engine went away; what it still holds is swept at the next start.
        }
    }

    /** Removes a network with what is still attached to it. */
    void removeNetwork(String id) {
        DockerException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                client.removeNetworkCmd(id).exec();
                return;
            } catch (NotFoundException gone) {
                return;
            } catch (DockerException stillInUse) {
                last = stillInUse;
                attached(id).forEach(this::removeContainer);
            }
        }
        if (last != null) {
            throw last;
        }
    }

    private List<String> attached(String network) {
        return List.copyOf(client.inspectNetworkCmd()
                .withNetworkId(network)
                .exec()
                .getContainers()
                .keySet());
    }
}
