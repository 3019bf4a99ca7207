package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import labo.machine.Lab;
import labo.machine.Labs;
import labo.machine.Replies;
import labo.observe.Call;

/**
 * What a program must not reach, all of it opened by this test on this machine: listeners on the host, another lab's
 * machines, and a container on an ordinary network. Each is first reached from where it may be, so that a silence means
 * something.
 */
final class AttackTargets {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int PORT = 8888;
    private static final int PORT_OF_B = 8899;

    /** It goes on only when machine B has answered it. */
    private static final String NEIGHBOUR = """
            import socket
            import sys
            socket.create_connection((sys.argv[1], %d)).close()
            server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            server.bind(("", %d))
            server.listen(5)
            while True:
                server.accept()
            """.formatted(PORT_OF_B, PORT);

    private static final String LISTENER =
            "import socket; s = socket.create_server(('', %d)); [s.accept() for _ in range(99)]".formatted(PORT);

    private final ServerSocket host = new ServerSocket(0);
    private final DatagramSocket datagrams = new DatagramSocket();
    private final ConcurrentLinkedQueue<String> reached = new ConcurrentLinkedQueue<>();
    private final List<String> addresses = addresses(Inet4Address.class);
    private final List<String> ipv6 = addresses(Inet6Address.class);
    private final String container;
    private final Labs labs;
    private final Lab neighbour;

    AttackTargets(Labs labs, String image) throws Exception {
        this.labs = labs;
        listenOnHost();
        neighbour = labs.open();
        startNeighbour();
        container = DockerClient.run(
                        "run", "-d", "--rm", "--entrypoint", "timeout", image, "600", "python3", "-c", LISTENER)
                .get(0);
        assertReached(containerAddress(), PORT);
    }

    private static <T extends InetAddress> List<String> addresses(Class<T> family) throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(family::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(address -> address.getHostAddress().replaceAll("%.*", ""))
                .distinct()
                .toList();
    }

    private void listenOnHost() throws IOException {
        daemon(() -> {
            while (true) {
                try (Socket client = host.accept()) {
                    reached.add("port, from " + client.getRemoteSocketAddress());
                }
            }
        });
        daemon(() -> {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[64], 64);
                datagrams.receive(packet);
                reached.add("datagram, from " + packet.getSocketAddress() + ": "
                        + new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            }
        });
        assertThat(addresses).as("addresses of the host to try").isNotEmpty();
        for (String address : addresses) {
            assertReached(address, host.getLocalPort());
            byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
            try (DatagramSocket own = new DatagramSocket()) {
                own.send(new DatagramPacket(
                        hello, hello.length, new InetSocketAddress(address, datagrams.getLocalPort())));
            }
        }
        int controls = 2 * addresses.size();
        long deadline = deadline();
        while (reached.size() < controls) {
            assertThat(System.nanoTime()).as("only %s reached it", reached).isLessThan(deadline);
            Thread.onSpinWait();
        }
        reached.clear();
    }

    /** What ends with an exception when its socket is closed. */
    private interface Loop {
        void run() throws IOException;
    }

    private static void daemon(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException closed) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static long deadline() {
        return System.nanoTime() + ANSWER.toNanos();
    }

    private static void assertReached(String address, int port) throws IOException {
        long deadline = deadline();
        for (boolean there = false; !there; ) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 3_000);
                there = true;
            } catch (IOException notYet) {
                assertThat(System.nanoTime()).as("%s never answered", address).isLessThan(deadline);
            }
        }
    }

    private void startNeighbour() throws Exception {
        CompletableFuture<Void> listens = new CompletableFuture<>();
        neighbour.a().listen(event -> {
            if (event instanceof Call call && call.kind().equals("listen")) {
                listens.complete(null);
            }
        });
        Replies.await(play(Map.of("do", "listen", "as", "srv", "port", PORT_OF_B)), "listen", ANSWER);
        String program = Base64.getEncoder().encodeToString(NEIGHBOUR.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> run = Map.of(
                "run", "neighbour",
                "main", "server.py",
                "files", List.of(Map.of("name", "server.py", "data", program)),
                "arguments", List.of(neighbour.facts().addressB()),
                "limits", Map.of());
        Replies.await(neighbour.a().ask("run", run), "run", ANSWER);
        listens.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        Replies.await(play(Map.of("do", "connect", "as", "c1", "port", PORT)), "connect", ANSWER);
    }

    private CompletableFuture<com.fasterxml.jackson.databind.JsonNode> play(Map<String, ?> step) {
        return neighbour.b().ask("play", Map.of("step", step));
    }

    private String containerAddress() throws Exception {
        return DockerClient.run("inspect", "-f", "{{.NetworkSettings.IPAddress}}", container)
                .get(0);
    }

    /** Where everything is, as the programs read it. */
    String json() throws Exception {
        List<String> networks = IntStream.rangeClosed(7, 12)
                .mapToObj(number -> "10." + number + ".0.")
                .toList();
        Map<String, Object> targets = new LinkedHashMap<>();
        targets.put("host", addresses);
        targets.put("port", host.getLocalPort());
        targets.put("datagrams", datagrams.getLocalPort());
        targets.put("ipv6", ipv6);
        targets.put(
                "gateways",
                Stream.concat(networks.stream().map(network -> network + "1"), Stream.of("172.17.0.1"))
                        .toList());
        List<String> broadcasts = new ArrayList<>(List.of("255.255.255.255", "224.0.0.1"));
        networks.forEach(network -> broadcasts.add(network + "255"));
        targets.put("broadcasts", broadcasts);
        targets.put(
                "neighbours",
                List.of(
                        List.of(neighbour.facts().addressA(), PORT),
                        List.of(neighbour.facts().addressB(), PORT_OF_B)));
        targets.put("containers", List.of(List.of(containerAddress(), PORT)));
        targets.put("names", DockerClient.run("ps", "--format", "{{.Names}}"));
        return new ObjectMapper().writeValueAsString(targets);
    }

    /** What reached the host's listeners, beyond this test's own attempts. */
    List<String> reached() {
        return List.copyOf(reached);
    }

    void close() throws Exception {
        host.close();
        datagrams.close();
        labs.close();
        DockerClient.run("rm", "-f", container);
    }
}
