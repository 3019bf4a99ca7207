package labo.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import labo.check.Verdict;
import labo.grade.Report;
import labo.observe.Timeline;
import labo.report.Texts;
import labo.report.Theme;
import labo.report.diagram.TerminalDiagram;
import labo.sequence.Diagram;
import labo.sequence.Difference;
import labo.shell.text.Symbols;
import labo.shell.text.Tint;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** What a scenario played again shows: how its checks come out now, and where it parts from what was played before. Pure. */
final class Replayed {
    /** How many rows are shown around the one that differs. */
    private static final int BEFORE = 3;

    private static final int BEHIND = 2;

    private final Texts texts;
    private final Symbols symbols;
    private final Theme theme;

    Replayed(Texts texts, Symbols symbols, Theme theme) {
        this.texts = texts;
        this.symbols = symbols;
        this.theme = theme;
    }

    /** A line for each check that has changed or still fails; the others that pass are counted. */
    List<AttributedString> checks(Report before, Report after) {
        List<AttributedString> lines = new ArrayList<>();
        int passed = 0;
        for (Report.CheckResult result : after.results()) {
            boolean passes = result.verdict() instanceof Verdict.Passed;
            if (passes && passed(before, result.check().id())) {
                passed++;
            } else {
                lines.add(line(result, passes));
            }
        }
        if (passed > 0) {
            lines.add(Tint.GOOD.of(symbols.done() + " " + texts.count("replay.others", passed)));
        }
        return lines;
    }

    private static boolean passed(Report report, String check) {
        return report.results().stream()
                .anyMatch(result -> result.check().id().equals(check) && result.verdict() instanceof Verdict.Passed);
    }

    private AttributedString line(Report.CheckResult result, boolean passes) {
        boolean fails = result.verdict() instanceof Verdict.Failed;
        String symbol = passes ? symbols.done() : fails ? symbols.wrong() : symbols.todo();
        Tint tint = passes ? Tint.GOOD : fails ? Tint.BAD : Tint.FAINT;
        String now = passes ? " " + texts.get("replay.now") : "";
        return tint.of(symbol + " " + result.check().title() + now);
    }

    /** The parts of both diagrams around their first difference; or that there is none. */
    List<AttributedString> difference(Timeline before, Timeline after) {
        Diagram earlier = Diagram.of(before);
        Diagram later = Diagram.of(after);
        Optional<Difference> found = Difference.between(earlier, later);
        if (found.isEmpty()) {
            return List.of(Tint.FAINT.of(texts.get("replay.same")));
        }
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Tint.TITLE.of(texts.get("replay.difference")));
        lines.addAll(part("replay.before", earlier, found.get().before()));
        lines.addAll(part("replay.after", later, found.get().after()));
        return lines;
    }

    private List<AttributedString> part(String title, Diagram diagram, @Nullable Integer row) {
        List<AttributedString> lines = new ArrayList<>();
        if (row == null) {
            lines.add(Tint.STRONG.of(texts.get(title + ".nothing")));
            return lines;
        }
        lines.add(Tint.STRONG.of(texts.get(title, row)));
        new TerminalDiagram(theme)
                .lines(diagram, diagram.between(Math.max(1, row - BEFORE), row + BEHIND)).stream()
                        .map(AttributedString::fromAnsi)
                        .map(line -> isOf(row, line) ? Tint.WARNING.of(line.toString()) : line)
                        .forEach(lines::add);
        return lines;
    }

    private static boolean isOf(int row, AttributedString line) {
        return line.toString().strip().startsWith(row + " ");
    }
}
