package labo.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.report.Golden;
import labo.sequence.Diagram;
import labo.sequence.Recorded;
import labo.sequence.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    @ParameterizedTest
    @EnumSource
    void everyRowHasItsSentences(Recorded exchange) throws IOException {
        Diagram diagram = Diagram.of(exchange.timeline());
        Explanation explanation = new Explanation(diagram);
        String said = diagram.rows().stream()
                .map(row -> row.number() + "\n"
                        + explanation.of(row).stream()
                                .map(sentence -> "  " + sentence + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        Golden.check(
                "diagram/" + exchange.term() + "-explained.txt",
                Masks.masked(said).replaceAll("\\d+,\\d\\d(?=\u00a0ms)", "tt,tt"));
    }

    /** What is said of a packet is read off that packet: without it, one that says the same is gone. */
    @ParameterizedTest
    @EnumSource
    void withoutAPacketWhatItMeantIsNotSaid(Recorded exchange) {
        Timeline timeline = exchange.timeline();
        List<Packet> packets = timeline.all(Packet.class).toList();
        List<String> all = firsts(timeline);
        assertThat(packets).isNotEmpty();
        IntStream.range(0, packets.size()).forEach(gone -> {
            List<String> left = firsts(timeline.without(event -> event == packets.get(gone)));
            assertThat(left).hasSize(all.size() - 1);
        });
    }

    private static List<String> firsts(Timeline timeline) {
        Diagram diagram = Diagram.of(timeline);
        Explanation explanation = new Explanation(diagram);
        return diagram.packets()
                .map(Row.class::cast)
                .map(row -> explanation.of(row).get(0))
                .toList();
    }
}
