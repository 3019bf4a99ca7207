package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.grade.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GithubReportTest {
    private static final String TOKEN = "jeton-que-nul-ne-devine";
    private static final Pattern COMMAND = Pattern.compile("\\s*::(\\S+?)(?: (.*?))?::(.*)");

    private static String shown(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new GithubReport(name -> "tp1/" + name, () -> TOKEN).render(report, out);
        return out.toString();
    }

    /** What GitHub's runner would obey: it trims lines, knows an older form, and stops where it is told to. */
    private static List<String> obeyed(String log) {
        List<String> obeyed = new ArrayList<>();
        String stopped = null;
        for (String line : log.split("\r\n|\r|\n")) {
            Matcher command = COMMAND.matcher(line);
            if (!command.matches() && !line.contains("##[")) {
                continue;
            }
            if (stopped != null) {
                stopped = command.matches() && command.group(1).equals(stopped) ? null : stopped;
            } else if (command.matches() && command.group(1).equals("stop-commands")) {
                stopped = command.group(3);
            } else {
                obeyed.add(line);
            }
        }
        assertThat(stopped).as("commands are obeyed again at the end").isNull();
        return obeyed;
    }

    @Test
    void aFailureIsAnnotatedOnItsLine() throws IOException {
        List<String> obeyed = obeyed(shown(Reports.failed()));
        assertThat(obeyed).hasSize(2);
        assertThat(obeyed.get(0))
                .startsWith("::error file=tp1/server.py,line=3,title=Le point de contrôle bind::"
                        + "Ton serveur n'écoute que pour sa propre machine%0A")
                .contains("%0Aattendu\u00a0: 0.0.0.0 ou ::%0A");
        assertThat(obeyed.get(1)).isEqualTo("::notice::Pas encore\u00a0: 2 points sur 6.");
    }

    @Test
    void theReportForPeopleIsShownButNotObeyed() throws IOException {
        String shown = shown(Reports.failed());
        assertThat(shown).startsWith("::stop-commands::" + TOKEN + "\n");
        assertThat(shown.indexOf("Le serveur TCP en entier")).isLessThan(shown.indexOf("::" + TOKEN + "::"));
    }

    @Test
    void aLabThatFailedIsAnErrorOfNoFile() throws IOException {
        assertThat(obeyed(shown(Reports.inconclusive())))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .startsWith("::error title=Pas de verdict::")
                        .contains("l'agent de la machine A ne répond plus"));
        assertThat(obeyed(shown(Reports.unjudged())))
                .singleElement()
                .satisfies(error -> assertThat(error).startsWith("::error title=Pas de verdict::"));
    }

    @Test
    void aSuccessIsANotice() throws IOException {
        assertThat(obeyed(shown(Reports.passed()))).containsExactly("::notice::Réussi\u00a0: 4 points sur 4.");
    }

    @ParameterizedTest
    @MethodSource("labo.report.Hostile#texts")
    void whateverAProgramWroteOnlyOurCommandsAreObeyed(String attack) throws IOException {
        List<String> obeyed = obeyed(shown(Reports.hostile(attack)));
        assertThat(obeyed).hasSize(2);
        Matcher error = COMMAND.matcher(obeyed.get(0));
        assertThat(error.matches()).isTrue();
        assertThat(error.group(1)).isEqualTo("error");
        assertThat(error.group(2).split(",")).hasSize(3);
        String file = error.group(2).split(",")[0].substring("file=".length());
        assertThat(file.replace("%2C", ",").replace("%3A", ":").replace("%25", "%"))
                .isEqualTo("tp1/" + SafeText.oneLine(attack));
    }
}
