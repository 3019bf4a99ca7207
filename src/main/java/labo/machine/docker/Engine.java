package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

    // Later engines still speak it, and the client knows nothing newer.
    private static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

    /**
     * Finds an engine that answers.
     *
     * @throws LabException {@code NO_ENGINE}, in less than a second, if none does; the message says what was tried
     */
    public static Engine find() throws LabException, InterruptedException {
        List<String> tried = new ArrayList<>();
        for (TransportConfig candidate : candidates(tried)) {
            try {
                boolean encrypted = candidate.getSslConfig() != null;
                EngineProbe.ping(candidate.getDockerHost(), encrypted, PROMPTLY);
                return connect(candidate);
            } catch (IOException | RuntimeException e) {
                tried.add(String.valueOf(e.getMessage()));
            }
        }
        throw new LabException(LabException.Fault.NO_ENGINE, "no engine answers: " + String.join("; ", tried));
    }

    private static Engine connect(TransportConfig config) {
        DockerHttpClient http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSslConfig())
                .build();
        var version = client(config, http, RemoteApiVersion.UNKNOWN_VERSION)
                .versionCmd()
                .exec();
        RemoteApiVersion ours = RemoteApiVersion.parseConfig(version.getApiVersion());
        return new Engine(
                client(config, http, ours.isGreaterOrEqual(NEWEST) ? NEWEST : ours),
                version.getVersion(),
                version.getApiVersion(),
                config.getDockerHost(),
                config.getSslConfig() != null);
    }

    /** Testcontainers' own assembly of the same parts asks its factory about registries. */
    private static DockerClient client(TransportConfig config, DockerHttpClient http, RemoteApiVersion version) {
        var clientConfig = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(config.getDockerHost().toString())
                .withApiVersion(version)
                .build();
        return DockerClientImpl.getInstance(clientConfig, http);
    }

    // Deprecated to keep ordinary users on the factory; why it is left out stands above.
    @SuppressWarnings("deprecation")
    private static List<TransportConfig> candidates(List<String> tried) {
        String named = System.getenv("DOCKER_HOST");
        Stream<Supplier<DockerClientProviderStrategy>> strategies = named != null && !named.isBlank()
                ? Stream.of(EnvironmentAndSystemPropertyClientProviderStrategy::new)
                : Stream.of(
                        UnixSocketClientProviderStrategy::new,
                        RootlessDockerClientProviderStrategy::new,
                        DockerDesktopClientProviderStrategy::new,
                        NpipeSocketClientProviderStrategy::new);
        return strategies.flatMap(strategy -> config(strategy, tried)).toList();
    }

    private static Stream<TransportConfig> config(Supplier<DockerClientProviderStrategy> strategy, List<String> tried) {
        try {
            return Stream.of(strategy.get().getTransportConfig());
        } catch (InvalidConfigurationException e) {
            tried.add(String.valueOf(e.getMessage()));
            return Stream.empty();
        } catch (RuntimeException | LinkageError e) {
            // A place for engines that this system has not: no home, no such socket, no such library.
            tried.add(e.toString());
            return Stream.empty();
        }
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
        return new LabException(LabException.Fault.NO_START, what + ": " + cause.getMessage(), cause);
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
