package labo.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import labo.report.JsonReport;
import labo.report.Renderer;
import labo.report.TerminalReport;
import labo.report.Theme;

/** The formats of a report, by their name on the command line. */
enum ReportFormat {
    TEXTE,
    JSON;

    Renderer renderer(Theme theme) {
        return switch (this) {
            case TEXTE -> new TerminalReport(theme);
            case JSON -> new JsonReport();
        };
    }

    /** Whether it is read by a program, not by a person. */
    boolean forPrograms() {
        return this != TEXTE;
    }

    String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem if no format has that name */
    static ReportFormat of(String term) {
        return Arrays.stream(values())
                .filter(format -> format.term().equals(term))
                .findFirst()
                .orElseThrow(() -> Problem.usage("format.unknown", term, terms()));
    }

    private static String terms() {
        return Arrays.stream(values()).map(ReportFormat::term).collect(Collectors.joining(", "));
    }
}
