package labo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import labo.grade.Grader;
import labo.grade.Report;
import labo.grade.Submission;
import labo.machine.Lab;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.MachineImage;
import labo.observe.Octets;
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

    /** All but the bare acknowledgements: how many of them there are is the kernel's affair. */
    private static List<String> packets(Timeline timeline) {
        return Diagram.of(timeline)
                .packets()
                .filter(sent -> !sent.acknowledgesOnly())
                .map(sent -> sent.sender() + " " + sent.packet().protocol() + " "
                        + sent.packet().flags().stream().sorted().toList() + " "
                        + sent.packet().data() + " " + sent.lost())
                .toList();
    }
}
