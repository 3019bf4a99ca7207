package labo.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BundleTest {
    private static final Set<String> LESSONS = Set.of(
            "ports",
            "socket",
            "bind",
            "listen",
            "accept",
            "recv",
            "sendall",
            "close",
            "serveur-tcp",
            "connect",
            "client-tcp",
            "udp",
            "serveur-udp",
            "client-udp",
            "flux",
            "protocole",
            "clients-successifs",
            "redemarrage",
            "clients-simultanes",
            "erreurs");
    private static final Properties TEXTS = read();

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        BundleTest.class.getResourceAsStream("/labo/diagnose/misconceptions.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return texts;
    }

    static Stream<String> keys() {
        return TEXTS.stringPropertyNames().stream().sorted();
    }

    @Test
    void hasTheKeysThatAreAskedForAndNoOther() {
        Set<String> wanted = Misconceptions.ids().stream()
                .flatMap(id ->
                        Stream.of("title", "happened", "why", "look", "lesson").map(part -> id + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(Phase.values()).forEach(phase -> wanted.add("phase." + phase.id()));
        assertThat(keys().filter(key -> !isSpecial(key))).containsExactlyElementsOf(wanted);
    }

    private static boolean isSpecial(String key) {
        return key.matches(".+\\.(tcp|udp)\\.[a-z]+");
    }

    @Test
    void saysNothingOfATransportThatItDoesNotSayOfTheOther() {
        assertThat(keys().filter(BundleTest::isSpecial).map(key -> key.replaceFirst("\\.(tcp|udp)\\.", ".")))
                .isNotEmpty()
                .allMatch(TEXTS::containsKey);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keepsFrenchTypography(String key) {
        String text = TEXTS.getProperty(key);
        assertThat(text)
                .isNotBlank()
                .doesNotContain("'")
                .doesNotContainPattern(" [:;?!»]")
                .doesNotContain("« ");
        String prose = text.replaceAll("`[^`]*`", "");
        assertThat(prose)
                .doesNotContain("`")
                .doesNotContainPattern("[^\\u00A0][:;?!»]")
                .doesNotContainPattern("«[^\\u00A0]");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isAMessageFormat(String key) {
        MessageFormat format = new MessageFormat(TEXTS.getProperty(key), Locale.FRENCH);
        assertThat(format.getFormatsByArgumentIndex()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void namesALessonEachTime() {
        List<String> lessons = Misconceptions.ids().stream()
                .flatMap(id -> Stream.of(id + ".lesson", id + ".udp.lesson"))
                .flatMap(key -> Stream.ofNullable(TEXTS.getProperty(key)))
                .toList();
        assertThat(LESSONS).containsAll(lessons);
    }
}
