package labo.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeTextTest {
    @ParameterizedTest
    @CsvSource({
        "::error file=a::owned, \\x3a:error file=a::owned",
        "a ::error::owned, a \\x3a:error::owned",
        "a ##[error]owned, a \\x23#[error]owned",
        "a##[error]owned, a\\x23#[error]owned",
        "##vso[task]x, \\x23#vso[task]x",
    })
    void aCommandToABuildServiceIsSpelledOut(String text, String shown) {
        assertThat(SafeText.oneLine(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0 ou ::", "::1", "a[::2]", "std::string", "## Titre", "# ##", "Où : là"})
    void whatIsNoCommandStays(String text) {
        assertThat(SafeText.oneLine(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a\u202eb, a\\u202eb", "a\u0085b, a\\x85b"})
    void whatCommandsATerminalIsSpelledOut(String text, String shown) {
        assertThat(SafeText.oneLine(text)).isEqualTo(shown);
    }
}
