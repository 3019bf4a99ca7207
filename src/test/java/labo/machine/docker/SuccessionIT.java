package labo.machine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import labo.lesson.Limits;
import labo.machine.Capture;
import labo.machine.Labs;
import labo.machine.Performance;
import labo.machine.Program;
import labo.observe.MachineName;
import labo.observe.Octets;
import labo.observe.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Machines A that come one after the other in one network stack. */
@Timeout(120)
class SuccessionIT {
    private static final MachineImage IMAGE = new MachineImage(Path.of("grader"));
    private static final String LEAVES_ALL_IT_CAN = """
            import os, socket
            name = socket.socket(socket.AF_UNIX)
            name.bind('\\0left-behind')
            server = socket.socket()
            server.bind(('', 8888))
            server.listen()
            client = socket.create_connection(('127.0.0.1', 8888))
            served, _ = server.accept()
            client.shutdown(socket.SHUT_WR)
            datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            datagrams.bind(('', 8888))
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    served.sendall(b'x' * 100000)
                    served.recv(1)
            """;
    private static final String TELLS_WHAT_IT_FINDS = """
            import socket
            for table in 'tcp', 'udp', 'raw':
                for line in open('/proc/net/' + table).read().splitlines()[1:]:
                    if '0B00007F' not in line:
                        print(table, line)
            print([line for line in open('/proc/net/unix') if 'left-behind' in line])
            for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM:
                socket.socket(socket.AF_INET, kind).bind(('', 8888))
            """;

    private Engine engine;
    private DockerLabs labs;
    private DockerLab lab;

    @BeforeEach
    void open() throws Exception {
        engine = Engine.find();
        IMAGE.build(engine, ImageProgress.NONE);
        labs = new DockerLabs(IMAGE);
        lab = (DockerLab) labs.open();
    }

    @AfterEach
    void close() {
        labs.close();
        engine.close();
    }

    private Timeline play(String source) throws Exception {
        var program = new Program(
                "main.py",
                Map.of("main.py", Octets.of(source.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                List.of(),
                null,
                Limits.DEFAULT);
        return Performance.play(lab, program, List.of(), (pattern, event, facts) -> false, Capture.PACKETS);
    }

    private String output(String source) throws Exception {
        return play(source).output(false).text().strip();
    }

    private InspectContainerResponse inspect(String container) {
        return engine.client().inspectContainerCmd(container).exec();
    }

    /** The engine's name for the container whose stack machine A uses; empty while it has its own. */
    private String holder() {
        String mode = inspect(lab.containerId(MachineName.A)).getHostConfig().getNetworkMode();
        return mode.startsWith("container:") ? mode.substring("container:".length()) : "";
    }

    @Test
    void theNextMachineFindsNothingOfTheOneBefore() throws Exception {
        lab.renew();
        String holder = holder();
        assertThat(holder).isNotEmpty();
        play(LEAVES_ALL_IT_CAN);
        lab.renew();
        assertThat(holder()).isEqualTo(holder);
        assertThat(output(TELLS_WHAT_IT_FINDS)).isEqualTo("[]");
    }

    @Test
    void aStackInWhichASocketIsLeftIsGivenUp() throws Exception {
        lab.renew();
        String holder = holder();
        String squatter = engine.client()
                .createContainerCmd(IMAGE.tag())
                .withCmd(
                        "python3",
                        "-c",
                        "import socket; s = socket.socket(); s.bind(('', 8888)); s.listen(); print('there', flush=True); s.accept()")
                .withLabels(Owner.self().labels())
                .withHostConfig(Hardening.ofHolder(new NetworkStack.Shared(holder)))
                .exec()
                .getId();
        Pipe said = new Pipe();
        Attachment attachment = Attachment.to(engine.client(), squatter, new Pipe().out(), said.in());
        engine.client().startContainerCmd(squatter).exec();
        assertThat(said.out().readNBytes("there".length())).asString().isEqualTo("there");
        try {
            lab.renew();
            assertThat(holder()).isNotEmpty().isNotEqualTo(holder);
            assertThat(output(TELLS_WHAT_IT_FINDS)).isEqualTo("[]");
        } finally {
            attachment.end();
            new Sweeper(engine.client()).removeContainer(squatter);
        }
    }

    @Test
    void aStackWhoseHolderWasKilledIsReplaced() throws Exception {
        lab.renew();
        String holder = holder();
        new Sweeper(engine.client()).removeContainer(holder);
        lab.renew();
        assertThat(holder()).isNotEmpty().isNotEqualTo(holder);
        assertThat(output(TELLS_WHAT_IT_FINDS)).isEqualTo("[]");
    }

    @Test
    void aMachineInAHeldStackHasTheSameNameAddressAndRights() throws Exception {
        String about = """
                import os, socket
                print(socket.gethostname(), socket.gethostbyname(socket.gethostname()), os.getuid())
                for setting in ('ip_unprivileged_port_start', 'tcp_max_tw_buckets', 'tcp_no_metrics_save'):
                    print(setting, open('/proc/sys/net/ipv4/' + setting).read().strip())
                print(open('/sys/class/net/eth0/address').read().strip(), sorted(os.listdir('/sys/class/net')))
                print([line.split()[1] for line in open('/proc/self/status') if line.startswith('Cap')])
                """;
        String first = output(about);
        lab.renew();
        assertThat(holder()).isNotEmpty();
        assertThat(output(about))
                .isEqualTo(first)
                .contains("machine-a " + lab.facts().addressA());
    }

    @Test
    void aHolderMayDoNothing() throws Exception {
        lab.renew();
        InspectContainerResponse container = inspect(holder());
        HostConfig config = container.getHostConfig();
        assertThat(container.getConfig().getUser()).startsWith("65534");
        assertThat(config.getReadonlyRootfs()).isTrue();
        assertThat(config.getAutoRemove()).isTrue();
        assertThat(config.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(config.getCapAdd()).isNullOrEmpty();
        assertThat(config.getSecurityOpts()).contains("no-new-privileges");
        assertThat(config.getMemory()).isEqualTo(32L << 20).isEqualTo(config.getMemorySwap());
        assertThat(config.getPidsLimit()).isEqualTo(8);
        assertThat(config.getBinds()).isNullOrEmpty();
    }

    @Test
    void whereConnectionsLingerEveryMachineBringsItsOwnStack() throws Exception {
        try (Labs others = new DockerLabs(IMAGE, true)) {
            DockerLab other = (DockerLab) others.open();
            other.renew();
            assertThat(inspect(other.containerId(MachineName.A)).getHostConfig().getNetworkMode())
                    .isEqualTo(other.networkId());
        }
    }

    @Test
    void closingTheLabRemovesTheHolderToo() throws Exception {
        lab.renew();
        String holder = holder();
        lab.close();
        assertThat(engine.client().listContainersCmd().withShowAll(true).exec())
                .noneMatch(left -> left.getId().equals(holder));
    }
}
