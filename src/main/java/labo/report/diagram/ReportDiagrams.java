package labo.report.diagram;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.lesson.Scenario;
import labo.observe.Timeline;
import labo.report.Theme;
import labo.sequence.Diagram;
import labo.sequence.Item;
import org.jspecify.annotations.Nullable;

/** The diagrams of one report's scenarios. Used for one rendering. */
public final class ReportDiagrams {
    /** Lines of the part that a failure shows, about. */
    private static final int PART = 10;

    /** Lines of a whole diagram, about. */
    private static final int WHOLE = 80;

    private final Report report;
    private final Map<String, Diagram> diagrams = new HashMap<>();
    private final Set<List<Item>> shown = new HashSet<>();
    private boolean explained;

    public ReportDiagrams(Report report) {
        this.report = report;
    }

    private Optional<Diagram> of(String scenario) {
        Timeline timeline = report.timelines().get(scenario);
        return timeline == null
                ? Optional.empty()
                : Optional.of(diagrams.computeIfAbsent(scenario, drawn -> Diagram.of(timeline)));
    }

    /**
     * The lines of the part of the exchange that a failure is about; none where nothing was observed, or the same lines
     * were asked for before.
     *
     * @param line of the learner's code, 1-based, if one is known
     */
    public List<String> part(CheckResult failed, @Nullable Integer line, Theme theme) {
        Optional<Diagram> diagram = of(failed.scenario());
        if (diagram.isEmpty()) {
            return List.of();
        }
        List<Item> items = diagram.get().part(line, PART);
        if (!shown.add(items)) {
            return List.of();
        }
        boolean first = !explained;
        explained = true;
        TerminalDiagram drawing = new TerminalDiagram(theme);
        return first ? drawing.lines(diagram.get(), items) : drawing.unexplained(diagram.get(), items);
    }

    /** Writes every scenario's exchange, whole, each under its title. */
    public void chronology(Theme theme, Appendable out) throws IOException {
        for (SvgDiagram.Section section : sections()) {
            out.append('\n')
                    .append(theme.styled(Theme.Style.STRONG, section.title()))
                    .append('\n');
            new TerminalDiagram(theme)
                    .render(section.diagram(), section.diagram().folded(WHOLE), out);
        }
    }

    /** Every scenario's exchange with its title, in the order played. */
    public List<SvgDiagram.Section> sections() {
        return report.exercise().scenarios().stream()
                .flatMap(scenario -> section(scenario).stream())
                .toList();
    }

    /** The one exchange to look at: that of the first failure, or the first that was played. */
    public Optional<SvgDiagram.Section> telling() {
        Optional<String> failed = report.firstFailure().map(CheckResult::scenario);
        return report.exercise().scenarios().stream()
                .filter(scenario -> failed.isEmpty() || failed.get().equals(scenario.id()))
                .flatMap(scenario -> section(scenario).stream())
                .findFirst();
    }

    private Optional<SvgDiagram.Section> section(Scenario scenario) {
        return of(scenario.id()).map(diagram -> new SvgDiagram.Section(scenario.title(), diagram));
    }
}
