package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Comparison compared(String expected, String observed) {
        return Comparison.of(expected, observed, 60, "…").orElseThrow();
    }

    @Test
    void aCaretStandsUnderTheFirstDifference() {
        Comparison shown = compared("b'Salut mec.'", "b'Salut Mec.'");
        assertThat(shown.caret()).isEqualTo("b'Salut ".length());
        assertThat(shown.octet()).isEqualTo(7);
    }

    @Test
    void anEscapedOctetIsOne() {
        Comparison shown = compared("b'\\xc3\\xa9t'", "b'\\xc3\\xa9s'");
        assertThat(shown.caret()).isEqualTo("b'\\xc3\\xa9".length());
        assertThat(shown.octet()).isEqualTo(3);
    }

    @Test
    void whatIsMissingAtTheEndIsADifference() {
        Comparison shown = compared("b'Salut'", "b'Sal'");
        assertThat(shown.caret()).isEqualTo("b'Sal".length());
        assertThat(shown.octet()).isEqualTo(4);
    }

    @Test
    void quotesAroundDoNotCount() {
        assertThat(compared("b'it\\'s'", "b\"it's.\"").octet()).isEqualTo(5);
    }

    @Test
    void longOctetsAreShortenedAroundTheDifference() {
        String same = "a".repeat(3000);
        Comparison shown = compared("b'" + same + "X" + same + "'", "b'" + same + "Y" + same + "'");
        assertThat(shown.octet()).isEqualTo(3001);
        assertThat(shown.observed())
                .hasSizeLessThanOrEqualTo(60)
                .startsWith("b'…")
                .endsWith("…'");
        assertThat(shown.observed().charAt(shown.caret())).isEqualTo('Y');
        assertThat(shown.expected().charAt(shown.caret())).isEqualTo('X');
    }

    @Test
    void wordsAroundTheOctetsStay() {
        Comparison shown = compared("c1 reçoit b'a'", "c1 reçoit b'b', puis la fin");
        assertThat(shown.observed()).isEqualTo("c1 reçoit b'b', puis la fin");
        assertThat(shown.caret()).isEqualTo("c1 reçoit b'".length());
    }

    @Test
    void textsWithoutOctetsAreNotCompared() {
        assertThat(Comparison.of("une connexion", "aucune", 60, "…")).isEmpty();
        assertThat(Comparison.of("b'a'", "rien", 60, "…")).isEmpty();
        assertThat(Comparison.of("b'a'", "b'a'", 60, "…")).isEmpty();
    }
}
