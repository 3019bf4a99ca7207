package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import labo.machine.LabContractTest;
import labo.machine.LabException;
import labo.machine.Labs;
import labo.observe.MachineName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Needs an engine, and fails without one. */
class DockerLabIT extends LabContractTest {
    private static final Path GRADER = Path.of("grader");

    private static Engine engine;

    @BeforeAll
    static void image() throws Exception {
        engine = Engine.find();
        new MachineImage(GRADER).build(engine, ImageProgress.NONE);
    }

    @AfterAll
    static void disconnect() {
        engine.close();
    }

    @Override
    protected Labs newLabs() {
        return new DockerLabs(new MachineImage(GRADER));
    }

    private DockerLab dockerLab() {
        return (DockerLab) lab;
    }

    private InspectContainerResponse inspect(MachineName machine) {
        return engine.client()
                .inspectContainerCmd(dockerLab().containerId(machine))
                .exec();
    }

    @Test
    void bothMachinesMayDoAsLittleAsPossible() {
        for (MachineName machine : MachineName.values()) {
            HostConfig config = inspect(machine).getHostConfig();
            assertThat(config.getReadonlyRootfs()).isTrue();
            assertThat(config.getAutoRemove()).isTrue();
            assertThat(config.getPrivileged()).isFalse();
            assertThat(config.getCapDrop()).containsExactly(Capability.ALL);
            assertThat(config.getSecurityOpts()).contains("no-new-privileges");
            assertThat(config.getMemory()).isEqualTo(256L << 20).isEqualTo(config.getMemorySwap());
            assertThat(config.getNanoCPUs()).isEqualTo(1_000_000_000L);
            assertThat(config.getUlimits())
                    .containsExactlyInAnyOrder(
                            new Ulimit("nofile", 1024L, 1024L),
                            new Ulimit("fsize", 64L << 20, 64L << 20),
                            new Ulimit("core", 0L, 0L));
            assertThat(config.getTmpFs().values())
                    .allSatisfy(options -> assertThat(options.split(","))
                            .contains("noexec", "nosuid", "nodev")
                            .anyMatch(option -> option.startsWith("size="))
                            .anyMatch(option -> options.contains("mode=0700") || option.startsWith("nr_inodes=")));
            assertThat(config.getSysctls()).containsEntry("net.ipv4.ip_unprivileged_port_start", "1024");
            assertThat(config.getTmpFs().get("/dev/shm")).contains("size=4m");
            assertThat(config.getSysctls())
                    .containsEntry("kernel.shmmni", "0")
                    .containsEntry("fs.mqueue.queues_max", "0");
            assertThat(inspect(machine).getConfig().getHostName())
                    .isEqualTo("machine-" + machine.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(config.getIpcMode()).isEqualTo("private");
            assertThat(config.getLogConfig().getType().getType()).isEqualTo("none");
            assertThat(config.getDns()).containsExactly("0.0.0.0");
            assertThat(config.getBinds()).isNullOrEmpty();
            assertThat(inspect(machine).getConfig().getStdInOnce()).isTrue();
        }
        assertThat(inspect(MachineName.A).getHostConfig().getCapAdd())
                .containsExactlyInAnyOrder(
                        Capability.SETUID, Capability.SETGID, Capability.KILL, Capability.SYS_PTRACE);
        assertThat(inspect(MachineName.B).getHostConfig().getCapAdd()).containsExactly(Capability.NET_RAW);
        assertThat(inspect(MachineName.A).getHostConfig().getTmpFs())
                .containsOnlyKeys("/tmp", "/dev/shm", "/work", "/trace");
        assertThat(inspect(MachineName.A).getHostConfig().getTmpFs().get("/trace"))
                .contains("mode=0700");
        assertThat(inspect(MachineName.B).getHostConfig().getTmpFs()).containsOnlyKeys("/tmp", "/dev/shm");
        assertThat(inspect(MachineName.A).getHostConfig().getSysctls())
                .containsEntry("net.ipv4.tcp_max_tw_buckets", "0");
        assertThat(inspect(MachineName.B).getHostConfig().getSysctls())
                .doesNotContainKey("net.ipv4.tcp_max_tw_buckets");
        assertThat(inspect(MachineName.A).getHostConfig().getPidsLimit()).isEqualTo(64);
        assertThat(inspect(MachineName.B).getHostConfig().getPidsLimit()).isEqualTo(256);
    }

    @Test
    void aProgramIsNobodyAndSeesNothingOfTheTracer() throws Exception {
        String told = output("probe", """
                import os
                print(os.getuid() != 0, end=' ')
                for action in (lambda: os.listdir('/trace'), lambda: open('/labo/x', 'w'), lambda: open('/etc/passwd', 'a'),
                               lambda: os.setuid(0)):
                    try:
                        action()
                        print('done', end=' ')
                    except OSError as e:
                        print(type(e).__name__, e.errno in (1, 13, 30), end=' ')
                print([line.split()[1] for line in open('/proc/self/status') if line.startswith('CapEff')])
                """);
        assertThat(told.strip())
                .isEqualTo("True PermissionError True OSError True PermissionError True PermissionError True"
                        + " ['0000000000000000']");
    }

    @Test
    void aLowPortIsRefusedAsOnAnOrdinaryMachine() throws Exception {
        assertThat(output("low", """
                        import errno, socket
                        for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM:
                            for port in 80, 1023, 1024:
                                try:
                                    socket.socket(socket.AF_INET, kind).bind(('', port))
                                    print(port, end=' ')
                                except OSError as e:
                                    print(errno.errorcode[e.errno], end=' ')
                        """).strip()).isEqualTo("EACCES EACCES 1024 EACCES EACCES 1024");
    }

    @Test
    void aProgramReachesNoAddressOfTheHostAndNoName() throws Exception {
        try (ServerSocket onHost = new ServerSocket(0)) {
            List<String> addresses = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.toList());
            assertThat(addresses).as("addresses of the host to try").isNotEmpty();
            for (String address : addresses) {
                // Else the test would pass on a host that answers nobody.
                try (Socket fromHost = new Socket()) {
                    fromHost.connect(new InetSocketAddress(address, onHost.getLocalPort()), 3_000);
                }
            }
            addresses.add(lab.facts().addressA().replaceAll("\\d+$", "1"));
            String targets =
                    addresses.stream().map(address -> "'" + address + "'").collect(Collectors.joining(", "));
            String told = output("probe", """
                    import socket
                    for host in [%s]:
                        try:
                            socket.create_connection((host, %d), 3)
                            print('reached', host)
                        except OSError as e:
                            pass
                    try:
                        print('resolved', socket.getaddrinfo('example.org', 80))
                    except socket.gaierror as e:
                        print('no name')
                    """.formatted(targets, onHost.getLocalPort()));
            assertThat(told.strip()).isEqualTo("no name");
        }
    }

    @Test
    void closingLeavesNeitherContainersNorNetwork() {
        String network = dockerLab().networkId();
        List<String> containers =
                List.of(dockerLab().containerId(MachineName.A), dockerLab().containerId(MachineName.B));
        lab.close();
        assertThat(engine.client().listNetworksCmd().exec())
                .noneMatch(left -> left.getId().equals(network));
        assertThat(engine.client().listContainersCmd().withShowAll(true).exec())
                .noneMatch(left -> containers.contains(left.getId()));
    }

    @Test
    void aKilledProcessLeavesNeitherContainersNorNetwork() throws Exception {
        assertNothingIsLeftOf(killAHolder("docker", GRADER.toString()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void controlCLeavesNeitherContainersNorNetwork() throws Exception {
        // A group of its own, as under a shell; a build in the background would pass on that it ignores the signal.
        List<String> asUnderAShell = List.of("env", "--default-signal=INT", "setsid");
        assertNothingIsLeftOf(endAHolder(
                asUnderAShell,
                holder -> new ProcessBuilder("kill", "-INT", "--", "-" + holder.pid())
                        .start()
                        .waitFor(),
                "docker",
                GRADER.toString()));
    }

    private static void assertNothingIsLeftOf(long process) {
        String owner = Owner.PID + "=" + process;
        assertThat(engine.client()
                        .listNetworksCmd()
                        .withFilter("label", List.of(owner))
                        .exec())
                .isEmpty();
        assertThat(engine.client()
                        .listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(owner))
                        .exec())
                .isEmpty();
    }

    @Test
    void severalLabsAreOpenAtATime() throws Exception {
        try (Labs others = newLabs()) {
            var second = others.open();
            assertThat(second.facts().addressA()).isNotEqualTo(lab.facts().addressA());
        }
    }

    @Test
    void nothingIsWrittenToTheHome() throws Exception {
        Path file = Path.of(System.getProperty("user.home"), ".testcontainers.properties");
        List<Object> before = state(file);
        try (Labs others = newLabs();
                var other = others.open()) {
            other.renew();
        }
        assertThat(state(file)).isEqualTo(before);
    }

    private static List<Object> state(Path file) throws IOException {
        return Files.exists(file) ? List.of(Files.getLastModifiedTime(file), Files.readString(file)) : List.of();
    }

    @Test
    void whatADeadOwnerLeftIsSweptByTheNext() throws Exception {
        Owner dead = new Owner(Owner.self().host(), OwnerTest.endedProcess(), 1);
        Owner alive = new Owner(Owner.self().host() + "-elsewhere", 1, 1);
        PrivateNetwork stale = PrivateNetwork.create(engine, dead, "labo-stale-" + System.nanoTime());
        PrivateNetwork others = PrivateNetwork.create(engine, alive, "labo-others-" + System.nanoTime());
        try (Labs next = newLabs()) {
            next.open();
        }
        try {
            assertThat(engine.client().listNetworksCmd().exec())
                    .extracting(network -> network.getId())
                    .doesNotContain(stale.id())
                    .contains(others.id());
        } finally {
            new Sweeper(engine.client()).sweep(alive::equals);
        }
    }

    @Test
    void anImageThatIsNotThereIsNamedAsTheFault(@org.junit.jupiter.api.io.TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("agent"));
        Files.createDirectories(other.resolve("image"));
        Files.writeString(other.resolve("image").resolve("Dockerfile"), "FROM scratch\n");
        Files.writeString(other.resolve("image").resolve("base.sh"), "exit 1\n");
        try (Labs without = new DockerLabs(new MachineImage(other))) {
            assertThatThrownBy(without::open)
                    .isInstanceOfSatisfying(
                            LabException.class,
                            fault -> assertThat(fault.fault()).isEqualTo(LabException.Fault.NO_IMAGE));
        }
    }

    @Test
    void anAddressWithoutAnEngineIsFoundOutAtOnce() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("tcp://127.0.0.1:" + silent.getLocalPort());
            assertThatThrownBy(() -> EngineProbe.ping(address, false, Duration.ofMillis(300)))
                    .hasMessageContaining("does not answer");
        }
    }
}
