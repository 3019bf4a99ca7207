package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import labo.grade.Grader;
import labo.grade.Report;
import labo.grade.Submission;
import labo.machine.Lab;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.MachineImage;
import labo.observe.MachineName;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.Timeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plays the recorded exchanges again, on real machines: the packets must still be those that the diagrams' tests draw.
 * {@code -Dtimelines.record=true} records them anew. Needs an engine, and fails without one.
 */
class RecordTimelinesIT {
    private static DockerLabs labs;
    private static Lab lab;

    @BeforeAll
    static void open() throws Exception {
        labs = new DockerLabs(new MachineImage(Path.of("grader")));
        lab = labs.open();
    }

    @AfterAll
    static void close() {
        labs.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSamePacketsAreSeenAgain(Recorded exchange) throws Exception {
        lab.renew();
        Octets program = Octets.of(Files.readAllBytes(exchange.program()));
        Report report =
                new Grader().grade(exchange.exercise(), new Submission("main.py", Map.of("main.py", program)), lab, 1);
        Timeline observed = Objects.requireNonNull(report.timelines().get(exchange.term()), () -> report.toString());
        if (Boolean.getBoolean("timelines.record")) {
            exchange.record(observed);
        }
        assertThat(packets(observed)).isNotEmpty().containsExactlyElementsOf(packets(exchange.timeline()));
    }

    /**
     * Each packet once, but the bare acknowledgements: how many of them there are is the kernel's affair, and so is what a
     * slow machine repeats, or what answers a FIN that comes after the end.
     */
    private static List<String> packets(Timeline timeline) {
        Set<MachineName> finished = EnumSet.noneOf(MachineName.class);
        List<String> packets = new ArrayList<>();
        Diagram.of(timeline).packets().forEach(sent -> {
            boolean late = sent.has("RST") && finished.contains(sent.sender());
            if (!sent.acknowledgesOnly() && !late) {
                packets.add(told(sent));
            }
            if (sent.has("FIN")) {
                finished.add(sent.sender());
            }
        });
        return packets.stream().distinct().toList();
    }

    private static String told(Row.Sent sent) {
        Packet packet = sent.packet();
        Object content = packet.icmp() == null ? packet.data() : packet.icmp();
        List<String> flags = packet.flags().stream().sorted().toList();
        return String.join(
                " ",
                sent.sender().name(),
                packet.protocol(),
                flags.toString(),
                content.toString().replaceAll("10\\.\\d+\\.0\\.", "10.N.0."),
                sent.lost() ? "lost" : "");
    }
}
