package labo.report.diagram;

import java.io.IOException;
import java.util.List;
import labo.sequence.Diagram;

/**
 * Draws diagrams as one SVG document: self-contained, readable in light and dark, its text selectable. It takes the
 * width that it is given, from 360 pixels on, at a constant size of text; its height does not depend on the width.
 */
public final class SvgDiagram {
    /** How many lines of one diagram are drawn at most, about: what is longer is folded. */
    private static final int MOST_LINES = 150;

    /**
     * One diagram of a document.
     *
     * @param title French, for the one who looks and the one who listens
     */
    public record Section(String title, Diagram diagram) {}

    private final String id;

    /** @param id a prefix for the document's ids, unique on the page where it stands: letters, digits and hyphens */
    public SvgDiagram(String id) {
        this.id = id;
    }

    /**
     * Writes the document, to be a file of its own or an element of a page.
     *
     * @throws IOException if {@code out} does
     */
    public void render(List<Section> sections, Appendable out) throws IOException {
        StringBuilder body = new StringBuilder();
        double y = SvgSection.MARGIN;
        for (Section section : sections) {
            SvgSection drawn = new SvgSection(section, y);
            body.append(drawn.draw(section.diagram().folded(MOST_LINES)));
            y = drawn.bottom() + SvgSection.MARGIN;
        }
        String title = String.join(" · ", sections.stream().map(Section::title).toList());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fil\" width=\"100%\" height=\"")
                .append(SvgSection.number(y))
                .append("\" role=\"group\" lang=\"fr\" aria-labelledby=\"")
                .append(id)
                .append("-t\" aria-describedby=\"")
                .append(id)
                .append("-d\">\n<title id=\"")
                .append(id)
                .append("-t\">")
                .append(SvgSection.escaped(title))
                .append("</title>\n<desc id=\"")
                .append(id)
                .append("-d\">")
                .append(SvgSection.escaped(description(sections)))
                .append("</desc>\n")
                .append(SvgStyle.ELEMENT)
                .append("<rect class=\"fil-bg\" width=\"100%\" height=\"100%\"/>\n")
                .append(body)
                .append("</svg>\n");
    }

    private static String description(List<Section> sections) {
        return String.join(" ", sections.stream().map(SvgDiagram::description).toList());
    }

    private static String description(Section section) {
        Diagram diagram = section.diagram();
        Words words = new Words(diagram, true);
        int packets = (int) diagram.packets().count();
        String between = words.texts().count("fold.packets", packets);
        String whole = words.texts()
                .get(
                        "svg.desc",
                        diagram.rows().size(),
                        diagram.facts().addressA(),
                        diagram.facts().addressB(),
                        between);
        return section.title() + ". " + whole + " " + String.join(" ", words.legend(diagram));
    }
}
