package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import labo.grade.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitReportTest {
    /** The suite, once Surefire's schema has found nothing wrong with it. */
    private static Element suite(Report report) throws IOException, SAXException, ParserConfigurationException {
        StringBuilder out = new StringBuilder();
        new JUnitReport().render(report, out);
        SchemaFactory.newDefaultInstance()
                .newSchema(JUnitReportTest.class.getResource("surefire-test-report.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(out.toString())));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
    }

    private static Element only(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }

    @Test
    void aCaseForEachCheckCountedByOutcome() throws Exception {
        Element suite = suite(Reports.failed());
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(suite.getAttribute("time")).isEqualTo("0.084");
    }

    @Test
    void aFailureNamesTheMisconceptionAndTheLine() throws Exception {
        Element failure = only(suite(Reports.failed()), "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("bind-loopback-only");
        assertThat(failure.getAttribute("message")).isEqualTo("Ton serveur n'écoute que pour sa propre machine");
        assertThat(failure.getTextContent()).contains("| s.bind((\"127.0.0.1\", 8888))");
    }

    @Test
    void aLabThatFailedIsAnErrorAndGivesNoScore() throws Exception {
        Element suite = suite(Reports.inconclusive());
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(only(suite, "error").getTextContent()).contains("l'agent de la machine A ne répond plus");
        assertThat(property(suite, "labo.status")).isEqualTo("inconclusive");
        assertThat(property(suite, "labo.score")).isNull();
        assertThat(property(suite(Reports.passed()), "labo.score")).isEqualTo("4");
    }

    @Test
    void aSandboxThatCouldJudgeNothingSaysSo() throws Exception {
        Element suite = suite(Reports.unjudged());
        assertThat(property(suite, "labo.status")).isEqualTo("inconclusive");
        assertThat(property(suite, "labo.conclusion")).contains("ce bac ne voit pas les paquets");
    }

    private static @Nullable String property(Element suite, String name) {
        NodeList properties = suite.getElementsByTagName("property");
        for (int at = 0; at < properties.getLength(); at++) {
            Element property = (Element) properties.item(at);
            if (property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return null;
    }

    @ParameterizedTest
    @MethodSource("labo.report.Hostile#texts")
    void whateverAProgramWroteItIsXml(String attack) throws Exception {
        Element suite = suite(Reports.hostile(attack));
        assertThat(suite.getElementsByTagName("evil").getLength()).isZero();
        assertThat(only(suite, "failure").getTextContent()).contains(SafeText.oneLine(attack));
    }
}
