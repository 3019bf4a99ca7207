package labo.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;

/**
 * A report as Maven Surefire writes one (its schema, version 3.0): the exercise is a suite, each check a case of the class
 * {@code exercise.scenario}. A check that was blocked or could not be judged here is skipped; where the lab failed it is an
 * error. Times are in seconds; those of single checks are not known and 0. Text is XML 1.0 whatever a program wrote.
 */
public final class JUnitReport implements Renderer {
    private static final double MILLIS = 1000.0;

    @Override
    public void render(Report report, Appendable out) throws IOException {
        StringWriter page = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(page);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
        out.append(page.getBuffer()).append('\n');
    }

    private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", report.exercise().id());
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", report.durationMs() / MILLIS));
        xml.writeAttribute("tests", String.valueOf(report.results().size()));
        xml.writeAttribute("errors", count(report, Verdict.Inconclusive.class::isInstance));
        xml.writeAttribute("skipped", count(report, JUnitReport::skipped));
        xml.writeAttribute("failures", count(report, Verdict.Failed.class::isInstance));
        properties(xml, report);
        Explanation explanation = new Explanation(report);
        for (CheckResult result : report.results()) {
            testCase(xml, report, result, explanation.of(result));
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static String count(Report report, Predicate<Verdict> of) {
        return String.valueOf(
                report.results().stream().map(CheckResult::verdict).filter(of).count());
    }

    private static boolean skipped(Verdict verdict) {
        return verdict instanceof Verdict.Blocked || verdict instanceof Verdict.Unjudged;
    }

    private static void properties(XMLStreamWriter xml, Report report) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        property(xml, "labo.status", report.status().name().toLowerCase(Locale.ROOT));
        property(xml, "labo.conclusion", new Explanation(report).conclusion());
        if (report.status() != Report.Status.INCONCLUSIVE) {
            property(xml, "labo.score", String.valueOf(report.score()));
        }
        property(xml, "labo.maxScore", String.valueOf(report.maxScore()));
        property(xml, "labo.sandbox", report.sandbox());
        property(xml, "labo.seed", String.valueOf(report.seed()));
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private static void testCase(XMLStreamWriter xml, Report report, CheckResult result, List<String> said)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", SafeText.oneLine(result.check().title()));
        xml.writeAttribute("classname", report.exercise().id() + "." + result.scenario());
        xml.writeAttribute("time", "0");
        Verdict verdict = result.verdict();
        if (verdict instanceof Verdict.Failed) {
            Diagnosis diagnosis = result.diagnosis();
            outcome(xml, "failure", diagnosis == null ? result.check().id() : diagnosis.id(), said);
        } else if (verdict instanceof Verdict.Inconclusive) {
            outcome(xml, "error", Results.term(verdict), said);
        } else if (!said.isEmpty()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", String.join(" ", said));
        }
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, String element, String type, List<String> said)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", said.isEmpty() ? "" : said.get(0));
        xml.writeAttribute("type", type);
        xml.writeCharacters(String.join("\n", said));
        xml.writeEndElement();
    }
}
