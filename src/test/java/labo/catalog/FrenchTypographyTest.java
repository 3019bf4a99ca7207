package labo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchTypographyTest {
    private static List<Fault> faults(String text) {
        return FrenchTypography.lint(text).stream().map(LintFault::fault).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vu\u00A0? Oui\u202F! Il dit\u00A0: «\u00A0port\u00A0»\u00A0;",
                "À 12:30, voir https://example.org/a?b=c!",
                "Le code `s.bind((\"\", 8888)) ...  x;` ne compte pas.",
                "```\nprint(\"A vous !\")\n```\n",
                "Il a faim. Elle a soif."
            })
    void rightTextsHaveNoFault(String text) {
        assertThat(faults(text)).isEmpty();
    }

    @Test
    void eachFaultIsNamedAtItsLine() {
        assertThat(faults("Vu ?")).containsExactly(Fault.TYPO_NO_BREAK_BEFORE);
        assertThat(faults("Vu?")).containsExactly(Fault.TYPO_NO_BREAK_BEFORE);
        assertThat(faults("le « port\u00A0»")).containsExactly(Fault.TYPO_NO_BREAK_AFTER);
        assertThat(faults("le \"port\"")).containsExactly(Fault.TYPO_STRAIGHT_QUOTES);
        assertThat(faults("Alors...")).containsExactly(Fault.TYPO_ELLIPSIS);
        assertThat(faults("A toi.")).containsExactly(Fault.TYPO_CAPITAL);
        assertThat(faults("Etat du port")).containsExactly(Fault.TYPO_CAPITAL);
        assertThat(faults("deux  espaces")).containsExactly(Fault.TYPO_DOUBLE_SPACE);
        assertThat(FrenchTypography.lint("Un.\nDeux ?"))
                .first()
                .extracting(LintFault::line)
                .isEqualTo(2);
    }
}
