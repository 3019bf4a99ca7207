package labo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/labo/check");
    private static final Pattern KEY =
            Pattern.compile("\"((?:near|[a-z-]+)\\.[a-zA-Z.-]*[a-zA-Z]|nothing|never|raised)\"");
    private static final Properties TEXTS = read();

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream("/labo/check/messages.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    static Stream<String> keys() {
        return TEXTS.stringPropertyNames().stream().sorted();
    }

    private static Stream<String> keysInTheCode() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> sources = files.map(TextsTest::source).toList();
            return sources.stream()
                    .flatMap(source -> KEY.matcher(source).results().map(found -> found.group(1)))
                    .filter(key -> !key.startsWith("labo."));
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        assertThat(keysInTheCode().toList())
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(TEXTS).containsKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall", "cpu", "memory", "processes", "files", "output", "fileSize", "events", "spin"})
    void everyLimitOfTheProtocolHasItsText(String limit) {
        assertThat(TEXTS).containsKey("limit." + limit);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyTextIsAMessageFormat(String key) {
        MessageFormat format = new MessageFormat(TEXTS.getProperty(key), Locale.FRENCH);
        assertThat(format.getFormatsByArgumentIndex()).hasSizeLessThanOrEqualTo(3);
        assertThat(format.format(new Object[] {"«a»", "«b»", "«c»"}))
                .isNotBlank()
                .doesNotContain("{");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyTextKeepsFrenchTypography(String key) {
        String text = TEXTS.getProperty(key);
        String prose = Matcher.quoteReplacement(text.replaceAll("`[^`]*`", ""));
        assertThat(prose)
                .doesNotContain("'", "`", "...")
                .doesNotContainPattern("[^\\u00A0][:;?!»]")
                .doesNotContainPattern("«[^\\u00A0]");
    }
}
