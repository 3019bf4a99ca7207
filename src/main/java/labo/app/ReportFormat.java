package labo.app;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import labo.report.GithubReport;
import labo.report.GradescopeReport;
import labo.report.JUnitReport;
import labo.report.JsonReport;
import labo.report.Renderer;
import labo.report.TapReport;
import labo.report.TerminalReport;
import labo.report.Theme;

/** The formats of a report, by their name on the command line. */
enum ReportFormat {
    TEXTE,
    JSON,
    JUNIT,
    TAP,
    GRADESCOPE,
    GITHUB;

    /** Those of a list, which is no report on a program. */
    static final List<ReportFormat> OF_LISTS = List.of(TEXTE, JSON);

    /** @param paths where the submitted files are */
    Renderer renderer(Theme theme, SourcePaths paths) {
        return switch (this) {
            case TEXTE -> new TerminalReport(theme);
            case JSON -> new JsonReport();
            case JUNIT -> new JUnitReport();
            case TAP -> new TapReport();
            case GRADESCOPE -> new GradescopeReport();
            case GITHUB ->
                new GithubReport(paths::inRepository, () -> UUID.randomUUID().toString());
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
        return of(term, List.of(values()));
    }

    /** @throws Problem if none of {@code formats} has that name */
    static ReportFormat of(String term, List<ReportFormat> formats) {
        return formats.stream()
                .filter(format -> format.term().equals(term))
                .findFirst()
                .orElseThrow(() -> Problem.usage("format.unknown", term, terms(formats)));
    }

    private static String terms(List<ReportFormat> formats) {
        return formats.stream().map(ReportFormat::term).collect(Collectors.joining(", "));
    }
}
