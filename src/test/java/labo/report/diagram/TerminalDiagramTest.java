package labo.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.report.Columns;
import labo.report.Golden;
import labo.report.Theme;
import labo.sequence.Diagram;
import labo.sequence.Recorded;
import labo.sequence.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalDiagramTest {
    private static final Theme EIGHTY = new Theme(false, true, 80);

    private static List<String> lines(Timeline timeline, Theme theme) {
        Diagram diagram = Diagram.of(timeline);
        return new TerminalDiagram(theme).lines(diagram, diagram.folded(100));
    }

    private static String masked(Timeline timeline, Theme theme) {
        return Masks.masked(String.join("\n", lines(timeline, theme)) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void drawn(Recorded exchange) throws IOException {
        Golden.check("diagram/" + exchange.term() + ".txt", masked(exchange.timeline(), EIGHTY));
    }

    @ParameterizedTest
    @EnumSource
    void drawnInAscii(Recorded exchange) throws IOException {
        String drawn = masked(exchange.timeline(), new Theme(false, false, 80));
        Golden.check("diagram/" + exchange.term() + "-ascii.txt", drawn);
        assertThat(drawn).doesNotContainPattern("[─│┊►◄✗⋮→]");
    }

    /** Each packet's own line goes, and no other line of the drawing but those that tell what that packet did. */
    @ParameterizedTest
    @EnumSource
    void withoutAPacketItsArrowIsNotDrawn(Recorded exchange) {
        Timeline timeline = exchange.timeline();
        List<Packet> packets = timeline.all(Packet.class).toList();
        assertThat(packets).isNotEmpty();
        for (Packet gone : packets) {
            List<String> all = arrows(timeline);
            String arrow = all.get(packets.indexOf(gone));
            List<String> expected = new ArrayList<>(all);
            expected.remove(packets.indexOf(gone));
            List<String> drawn = arrows(timeline.without(event -> event == gone));
            assertThat(drawn).as("without %s", arrow).hasSameSizeAs(expected);
            assertThat(unmarked(drawn)).as("without %s", arrow).containsExactlyElementsOf(unmarked(expected));
        }
    }

    /** What repeats a packet that is gone no longer repeats it; and the port's star goes with the opening. */
    private static List<String> unmarked(List<String> arrows) {
        return arrows.stream()
                .map(arrow -> arrow.replaceAll(" encore|[*─]|\\s", ""))
                .toList();
    }

    /** The drawn lines that cross from one machine to the other, without number, time and A's life. */
    private static List<String> arrows(Timeline timeline) {
        return lines(timeline, EIGHTY).stream()
                .filter(line -> line.matches(".*[►◄✗].*"))
                .map(line -> line.substring(13))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void fillsExactlyTheWidthItHas(Recorded exchange) {
        for (int width : List.of(40, 60, 80, 120)) {
            assertThat(lines(exchange.timeline(), new Theme(false, true, width)))
                    .filteredOn(line -> line.matches(".*[│┊].*"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(Columns.of(line)).as(line).isEqualTo(width));
        }
    }

    @Test
    void everyRowOfAShortExchangeHasItsLine() {
        Diagram diagram = Diagram.of(Recorded.HANDSHAKE.timeline());
        List<String> drawn = new TerminalDiagram(EIGHTY).lines(diagram, diagram.folded(100));
        for (Row row : diagram.rows()) {
            assertThat(drawn).anyMatch(line -> line.startsWith(String.format("%2d ", row.number())));
        }
    }
}
