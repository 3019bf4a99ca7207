package labo.bench;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.IndefiniteWaitOneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Two fresh containers and a network for one exchange, as one writes it first. */
final class Naive {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIENT = """
            import socket, sys, time
            for _ in range(2000):
                try:
                    c = socket.create_connection((sys.argv[1], 8888))
                    break
                except OSError:
                    time.sleep(0.005)
            c.sendall(b'bonjour')
            print(c.recv(1024))
            c.shutdown(socket.SHUT_WR)
            print(c.recv(1024))
            """;

    private final String image;
    private final Path program;

    Naive(String image, Path program) {
        this.image = image;
        this.program = program;
    }

    void run() {
        try (Network network = Network.newNetwork();
                GenericContainer<?> server = server(network)) {
            server.start();
            exchange(network, address(server));
        }
    }

    /** Ends when the exchange has: the client starts, talks and stops. */
    private void exchange(Network network, String server) {
        try (GenericContainer<?> client = client(network, server)) {
            client.start();
            if (!client.getLogs().contains("Salut mec.")) {
                throw new IllegalStateException("no exchange: " + client.getLogs());
            }
        }
    }

    private GenericContainer<?> server(Network network) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withCopyFileToContainer(MountableFile.forHostPath(program), "/tmp/server.py")
                .withCommand("python3", "/tmp/server.py");
    }

    private static String address(GenericContainer<?> server) {
        return server.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .findFirst()
                .orElseThrow();
    }

    private GenericContainer<?> client(Network network, String server) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withStartupCheckStrategy(new IndefiniteWaitOneShotStartupCheckStrategy().withTimeout(PATIENCE))
                .withCreateContainerCmdModifier(command -> command.withCmd(List.of("python3", "-c", CLIENT, server)));
    }
}
