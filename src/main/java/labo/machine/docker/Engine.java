package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import labo.machine.LabException;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.DockerDesktopClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.InvalidConfigurationException;
import org.testcontainers.dockerclient.NpipeSocketClientProviderStrategy;
import org.testcontainers.dockerclient.RootlessDockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.dockerclient.UnixSocketClientProviderStrategy;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.testcontainers.shaded.com.github.dockerjava.core.RemoteApiVersion;

/**
 * The container engine of this machine, or the one that DOCKER_HOST names.
 *
 * <p>Testcontainers knows where engines are found and how to talk to them. Its factory is left out on purpose: it would
 * want to pull a reaper's image, be misled by a stray {@code /.dockerenv}, and write to the user's home. So nothing has
 * to be set in the environment.
 *
 * @param client the way to talk to it
 * @param version its own version: {@code 20.10.24}
 * @param apiVersion the version of its API: {@code 1.41}
 * @param address where it was found
 * @param encrypted whether it speaks TLS there
 */
public record Engine(DockerClient client, String version, String apiVersion, URI address, boolean encrypted)
        implements AutoCloseable {
    private static final Duration PROMPTLY = Duration.ofMillis(800);

    // The kernel's words for ENOSPC, which engines hand on.
    private static final String DISK_FULL = "no space left on device";

    // Later engines still speak it, and the client knows nothing newer.
    private static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

    /**
     * Finds an engine that answers.
     *
     * @throws LabException {@code NO_ENGINE}, in less than a second, if none does; the message says what was tried
     */
    public static Engine find() throws LabException, InterruptedException {
        List<String> tried = new ArrayList<>();
        for (Supplier<DockerClientProviderStrategy> place : places()) {
            try {
                TransportConfig config = place.get().getTransportConfig();
                boolean encrypted = config.getSslConfig() != null;
                return connect(config, EngineProbe.ping(config.getDockerHost(), encrypted, PROMPTLY));
            } catch (InvalidConfigurationException | IOException e) {
                tried.add(String.valueOf(e.getMessage()));
            } catch (RuntimeException | LinkageError e) {
                // A place for engines that this system has not: no home, no such socket, no such library.
                tried.add(e.toString());
            }
        }
        throw new LabException(LabException.Fault.NO_ENGINE, "no engine answers: " + String.join("; ", tried));
    }

    /**
     * The engine at an address.
     *
     * @throws LabException {@code NO_ENGINE}, in less than a second, if none answers there
     */
    static Engine at(URI address) throws LabException, InterruptedException {
        try {
            return connect(
                    TransportConfig.builder().dockerHost(address).build(), EngineProbe.ping(address, false, PROMPTLY));
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_ENGINE, "no engine answers: " + e.getMessage(), e);
        }
    }

    private static Engine connect(TransportConfig config, Optional<EngineProbe.Versions> told) {
        DockerHttpClient http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSslConfig())
                .build();
        EngineProbe.Versions versions = told.orElseGet(() -> ask(config, http));
        RemoteApiVersion theirs = RemoteApiVersion.parseConfig(versions.api());
        return new Engine(
                client(config, http, theirs.isGreaterOrEqual(NEWEST) ? NEWEST : theirs),
                versions.engine(),
                versions.api(),
                config.getDockerHost(),
                config.getSslConfig() != null);
    }

    private static EngineProbe.Versions ask(TransportConfig config, DockerHttpClient http) {
        var version = client(config, http, RemoteApiVersion.UNKNOWN_VERSION)
                .versionCmd()
                .exec();
        return new EngineProbe.Versions(version.getVersion(), version.getApiVersion());
    }

    /** Testcontainers' own assembly of the same parts asks its factory about registries. */
    private static DockerClient client(TransportConfig config, DockerHttpClient http, RemoteApiVersion version) {
        var clientConfig = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(config.getDockerHost().toString())
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(clientConfig, http);
    }

    /** Each is loaded only when the ones before it lead nowhere: some bring a native library with them. */
    // Deprecated to keep ordinary users on the factory; why it is left out stands above.
    @SuppressWarnings("deprecation")
    private static List<Supplier<DockerClientProviderStrategy>> places() {
        String named = System.getenv("DOCKER_HOST");
        return named != null && !named.isBlank()
                ? List.of(EnvironmentAndSystemPropertyClientProviderStrategy::new)
                : List.of(
                        UnixSocketClientProviderStrategy::new,
                        RootlessDockerClientProviderStrategy::new,
                        DockerDesktopClientProviderStrategy::new,
                        NpipeSocketClientProviderStrategy::new);
    }

    /** Whether a private network can be had without any address of the host's on it, in the documented way. */
    boolean hasIsolatedGateways() {
        int dot = version.indexOf('.');
        try {
            return Integer.parseInt(dot < 0 ? version : version.substring(0, dot)) >= 28;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Makes sure that it still answers.
     *
     * @throws LabException {@code NO_ENGINE}, in less than a second, if it does not
     */
    void ping() throws LabException, InterruptedException {
        try {
            EngineProbe.ping(address, encrypted, PROMPTLY);
        } catch (IOException e) {
            throw new LabException(LabException.Fault.NO_ENGINE, "the engine went away", e);
        }
    }

    /** The fault for something that the engine did not do. */
    static LabException noStart(String what, RuntimeException cause) {
        String said = String.valueOf(cause.getMessage());
        LabException.Fault fault =
                said.contains(DISK_FULL) ? LabException.Fault.DISK_FULL : LabException.Fault.NO_START;
        return new LabException(fault, what + ": " + said, cause);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            // Its sockets are gone all the same.
        }
    }
}
