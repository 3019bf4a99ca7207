package labo.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import labo.observe.CallKind;
import labo.observe.Facts;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import labo.report.Columns;
import labo.report.Golden;
import labo.report.Theme;
import labo.sequence.Crowd;
import labo.sequence.Diagram;
import labo.sequence.Recorded;
import labo.sequence.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalDiagramTest {
    private static final Theme EIGHTY = new Theme(false, true, 80);

    static List<Timeline> crowds() {
        return List.of(Crowd.transfer(10_000), Crowd.refusals(10_000), Crowd.clients(10_000), Crowd.chaos(10_000));
    }

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

    /** The drawn lines that cross from one machine to the other, none folded, without number, time and A's life. */
    private static List<String> arrows(Timeline timeline) {
        Diagram diagram = Diagram.of(timeline);
        return new TerminalDiagram(EIGHTY)
                .lines(diagram, diagram.between(1, diagram.rows().size())).stream()
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

    @ParameterizedTest
    @MethodSource("crowds")
    void tenThousandEventsAreDrawnInUnderASecond(Timeline timeline) {
        lines(timeline, EIGHTY);
        // Of processor time: how busy the machine is with something else does not count.
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long begun = thread.getCurrentThreadCpuTime();
        List<String> drawn = lines(timeline, EIGHTY);
        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(drawn).hasSizeLessThan(110);
    }

    @Test
    void whatIsHardToDrawKeepsItsPlaceAndCommandsNothing() {
        assertThat(lines(Crowd.unruly(), EIGHTY))
                .filteredOn(line -> line.matches(".*[│┊].*"))
                .hasSizeGreaterThan(8)
                .allSatisfy(line -> {
                    assertThat(Columns.of(line)).as(line).isEqualTo(80);
                    assertThat(line.chars().noneMatch(Character::isISOControl)).isTrue();
                    assertThat(line).doesNotContain("##[");
                });
    }

    @Test
    void octetsThatNobodySawAreNotMadeUp() {
        Timeline refused = TimelineBuilder.program("server.py")
                .raises(CallKind.SEND, 18, 1, "TypeError", "a bytes-like object is required, not 'str'")
                .build();
        assertThat(lines(refused, EIGHTY))
                .filteredOn(line -> line.contains("send("))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("b''"));
    }

    @Test
    void whatIsTypedAtAPromptHasNoLine() {
        List<String> typed =
                lines(TimelineBuilder.program("<stdin>").listen(1, 1).build(), EIGHTY);
        assertThat(typed).anyMatch(line -> line.contains("│ listen(")).noneMatch(line -> line.contains("l.1"));
        List<String> written =
                lines(TimelineBuilder.program("server.py").listen(1, 1).build(), EIGHTY);
        assertThat(written).anyMatch(line -> line.contains("│ l.1 listen("));
    }

    @Test
    void aSandboxWithoutPacketsSaysSo() {
        Timeline seen = Recorded.HANDSHAKE.timeline();
        Facts facts = new Facts("local", false, false, "127.0.0.1", "127.0.0.1");
        Timeline local = new Timeline(
                facts, seen.ending(), seen.without(Packet.class::isInstance).events());
        List<String> drawn = lines(local, EIGHTY);
        assertThat(drawn).anyMatch(line -> line.contains("ne capture pas les paquets"));
        assertThat(drawn).noneMatch(line -> line.matches(".*[►◄].*"));
        assertThat(drawn).anyMatch(line -> line.contains("recv(fd 4, 1024) →\u00a0b'SALUT MEC'"));
    }

    @Test
    void coloursTellTheMachinesApart() {
        String drawn = String.join("\n", lines(Recorded.REFUSED.timeline(), new Theme(true, true, 80)));
        assertThat(drawn).contains("\u001b[34m").contains("\u001b[35m").contains("\u001b[31m");
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
