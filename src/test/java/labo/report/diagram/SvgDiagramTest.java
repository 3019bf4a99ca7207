package labo.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import labo.observe.Packet;
import labo.observe.Timeline;
import labo.report.Golden;
import labo.sequence.Crowd;
import labo.sequence.Diagram;
import labo.sequence.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgDiagramTest {
    private static String svg(Timeline timeline) throws IOException {
        StringBuilder svg = new StringBuilder();
        Diagram diagram = Diagram.of(timeline);
        new SvgDiagram("t").render(List.of(new SvgDiagram.Section("Un <échange> & un titre", diagram)), svg);
        return svg.toString();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    @Test
    void drawn() throws IOException {
        Golden.check("diagram/refused.svg", svg(Recorded.REFUSED.timeline()).replaceAll("\\d+,\\d\\d|\\d{5}", "#"));
    }

    @Test
    void itIsXmlWhateverTheProgramWrote() throws Exception {
        Document document = parsed(svg(Crowd.unruly()));
        assertThat(all(document, "text").map(Element::getTextContent)).anyMatch(text -> text.contains("<b>&amp;"));
        assertThat(document.getElementsByTagName("b").getLength()).isZero();
    }

    @Test
    void itAsksForNothingFromOutside() throws IOException {
        assertThat(svg(Recorded.HANDSHAKE.timeline()).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "url(", "href", "@import", "<script");
    }

    @Test
    void whoDoesNotSeeItIsToldWhatItIs() throws Exception {
        Document document = parsed(svg(Recorded.HANDSHAKE.timeline()));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("t-t");
        assertThat(all(document, "title").findFirst().orElseThrow().getTextContent())
                .isEqualTo("Un <échange> & un titre");
        assertThat(all(document, "desc").findFirst().orElseThrow().getTextContent())
                .contains("27 lignes")
                .contains("10 paquets");
    }

    /** An arrowhead a packet: without the packet there is one less, and what it said is said once less. */
    @ParameterizedTest
    @EnumSource
    void withoutAPacketItsArrowIsNotDrawn(Recorded exchange) throws Exception {
        Timeline timeline = exchange.timeline();
        List<Packet> packets = timeline.all(Packet.class).toList();
        assertThat(all(parsed(svg(timeline)), "path")).hasSameSizeAs(packets);
        for (Packet gone : packets) {
            assertThat(all(parsed(svg(timeline.without(event -> event == gone))), "path"))
                    .hasSize(packets.size() - 1);
        }
    }

    @Test
    void tenThousandEventsMakeAShortDocument() throws IOException {
        assertThat(svg(Crowd.transfer(10_000))).hasSizeLessThan(200_000);
    }
}
