package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import labo.grade.Report;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    private static final Theme ASCII = new Theme(false, false, 70);
    private static final Theme UNICODE = new Theme(false, true, 70);

    @Test
    void passed() throws IOException {
        Golden.check("passed.txt", shown(Reports.passed(), UNICODE));
    }

    @Test
    void failedWithItsCauseFirst() throws IOException {
        Golden.check("failed.txt", shown(Reports.failed(), UNICODE));
    }

    @Test
    void failedInAscii() throws IOException {
        Golden.check("failed-ascii.txt", shown(Reports.failed(), ASCII));
    }

    @Test
    void aBlockedScenarioTakesOneLine() throws IOException {
        Golden.check("blocked.txt", shown(Reports.blockedScenarios(), UNICODE));
    }

    @Test
    void withoutAMisconceptionHowFarTheProgramCame() throws IOException {
        Golden.check("uncaught.txt", shown(Reports.uncaught(), UNICODE));
    }

    @Test
    void inconclusive() throws IOException {
        Golden.check("inconclusive.txt", shown(Reports.inconclusive(), UNICODE));
    }

    @Test
    void pointsAtTheFirstOctetThatDiffers() throws IOException {
        Report report = Reports.wrongOctets("b'Salut mec.'", "b'salut mec.'", "il ne manque que la majuscule");
        Golden.check("octets.txt", shown(report, UNICODE));
    }

    @Test
    void whatTheProgramWroteCannotCommandTheTerminal() throws IOException {
        String attack = "\u001b[2J\u001b]0;titre\u0007\u202evirus\r\n\u009b31m";
        String shown = shown(Reports.wrongOctets("rien", attack, null), UNICODE);
        assertThat(shown).contains("\\x1b[2J\\x1b]0;titre\\x07\\u202evirus\\r\\n\\x9b31m");
        assertThat(shown.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl))
                .isTrue();
    }

    @Test
    void coloursAreOnTheSymbolsWhenAllowed() throws IOException {
        assertThat(shown(Reports.passed(), new Theme(true, true, 70))).contains("\u001b[32m✔\u001b[0m");
    }

    @Test
    void noLineIsWiderThanTheTheme() throws IOException {
        assertThat(shown(Reports.failed(), new Theme(false, true, 50)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(50));
    }

    private static String shown(Report report, Theme theme) throws IOException {
        StringBuilder out = new StringBuilder();
        new TerminalReport(theme).render(report, out);
        return out.toString();
    }
}
