package labo.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import labo.check.Verdict;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * A report for the log of GitHub Actions: the report for people, during which the runner obeys no command, then an
 * annotation for each failure, on its file and line, the cause first.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
public final class GithubReport implements Renderer {
    private final Renderer people = new TerminalReport(Theme.plain());
    private final UnaryOperator<String> paths;
    private final Supplier<String> token;
    private final Texts texts = Texts.ofReports();

    /**
     * A renderer for one run.
     *
     * @param paths from a submitted file's name to its path in the repository
     * @param token a word that nobody can guess, new each time: it makes the runner obey again
     */
    public GithubReport(UnaryOperator<String> paths, Supplier<String> token) {
        this.paths = paths;
        this.token = token;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        String resume = token.get();
        out.append("::stop-commands::").append(resume).append('\n');
        people.render(report, out);
        out.append("::").append(resume).append("::\n");
        for (String annotation : annotations(report)) {
            out.append(annotation).append('\n');
        }
    }

    private List<String> annotations(Report report) {
        Explanation explanation = new Explanation(report);
        return switch (report.status()) {
            case PASSED -> List.of(command("notice", List.of(), explanation.conclusion()));
            case INCONCLUSIVE ->
                List.of(command(
                        "error", List.of("title=" + property(texts.get("no-verdict"))), explanation.conclusion()));
            case FAILED -> failures(report, explanation);
        };
    }

    private List<String> failures(Report report, Explanation explanation) {
        List<String> annotations = new ArrayList<>();
        for (CheckResult result : report.results()) {
            if (result.verdict() instanceof Verdict.Failed) {
                annotations.add(command("error", place(report, result), String.join("\n", explanation.of(result))));
            }
        }
        annotations.add(command("notice", List.of(), explanation.conclusion()));
        return annotations;
    }

    private List<String> place(Report report, CheckResult result) {
        List<String> properties = new ArrayList<>();
        properties.add("file=" + property(paths.apply(Results.file(report, result))));
        @Nullable Integer line = Results.line(result);
        if (line != null) {
            properties.add("line=" + line);
        }
        properties.add("title=" + property(result.check().title()));
        return properties;
    }

    private static String command(String name, List<String> properties, String message) {
        String space = properties.isEmpty() ? "" : " ";
        return "::" + name + space + String.join(",", properties) + "::" + data(message);
    }

    /** As the toolkit of GitHub Actions escapes a message. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As it escapes a property, where a colon or a comma would end it. */
    private static String property(String text) {
        return data(SafeText.oneLine(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
