package labo.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import labo.lesson.Draw;
import labo.observe.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    private static final Values NONE = Values.of(Map.of());
    private static final Draw WORDS = new Draw.Words(3);

    private static Octets drawn(Map<String, Draw> draws, long seed, String place, String name) {
        return NONE.drawn(draws, seed, place).octets(name);
    }

    private static List<Octets> draws(Draw draw) {
        Random random = new Random(1);
        return IntStream.range(0, 300).mapToObj(i -> Drawing.draw(draw, random)).toList();
    }

    @Test
    void theSameSeedGivesTheSameValue() {
        assertThat(drawn(Map.of("m", WORDS), 42, "s1", "m")).isEqualTo(drawn(Map.of("m", WORDS), 42, "s1", "m"));
    }

    @Test
    void anotherDrawBesideItChangesNothing() {
        assertThat(drawn(Map.of("a", new Draw.Text(9), "m", WORDS, "z", WORDS), 42, "s1", "m"))
                .isEqualTo(drawn(Map.of("m", WORDS), 42, "s1", "m"));
    }

    @Test
    void seedPlaceAndNameEachMakeAnotherValue() {
        Map<String, Draw> draws = Map.of("m", new Draw.Text(20), "n", new Draw.Text(20));
        assertThat(Set.of(
                        drawn(draws, 42, "s1", "m"),
                        drawn(draws, 43, "s1", "m"),
                        drawn(draws, 42, "s2", "m"),
                        drawn(draws, 42, "s1", "n")))
                .hasSize(4);
    }

    @Test
    void neighbouringSeedsGiveAllOfTwoChoices() {
        Map<String, Draw> draws = Map.of("m", new Draw.OneOf(List.of("oui", "non")));
        Map<String, Long> counts = LongStream.range(0, 100)
                .mapToObj(seed -> drawn(draws, seed, "s1", "m").text())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        assertThat(counts.values()).hasSize(2).allMatch(count -> count > 25);
    }

    @Test
    void aNameIsReplacedWhereverItStands() {
        Values values = Values.of(Map.of("a", "1", "b", "$2\\"));
        assertThat(values.text("${a}${b}-${a}")).isEqualTo("1$2\\-1");
        assertThat(values.text("rien $a {a} $")).isEqualTo("rien $a {a} $");
    }

    @Test
    void anUnknownNameStays() {
        assertThat(NONE.text("${x} é")).isEqualTo("${x} é");
        assertThat(NONE.payload("${x} é")).isEqualTo(Octets.utf8("${x} é"));
    }

    @Test
    void aValueIsNotLookedAtForNames() {
        Values values = Values.of(Map.of("a", "${b}", "b", "1"));
        assertThat(values.text("${a}")).isEqualTo("${b}");
    }

    @Test
    void aValueInAPatternStandsForItself() {
        String hostile = "a.*\\E[é]$";
        Values values = Values.of(Map.of("v", hostile));
        Pattern pattern = Pattern.compile(values.regex("^(?:${v}){2}$"));
        String octets = Octets.utf8(hostile + hostile).latin1();
        assertThat(pattern.matcher(octets).find()).isTrue();
        assertThat(pattern.matcher("abcabc").find()).isFalse();
    }

    @Test
    void aPayloadKeepsOctetsThatAreNoText() {
        Values values = NONE.drawn(Map.of("raw", new Draw.NotUtf8(5)), 1, "s");
        assertThat(values.payload("é${raw}!"))
                .isEqualTo(Octets.join(List.of(Octets.utf8("é"), values.octets("raw"), Octets.utf8("!"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16})
    void octetsThatAreNotUtf8NeverDecode(int length) {
        assertThat(draws(new Draw.NotUtf8(length))).allSatisfy(octets -> {
            assertThat(octets.length()).isEqualTo(length);
            assertThat(decodes(octets)).isFalse();
        });
    }

    private static boolean decodes(Octets octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toArray()));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    @Test
    void bothEndsOfARangeAreDrawn() {
        Set<String> numbers =
                draws(new Draw.WholeNumber(-1, 2)).stream().map(Octets::text).collect(Collectors.toSet());
        assertThat(numbers).containsExactlyInAnyOrder("-1", "0", "1", "2");
        assertThat(draws(new Draw.WholeNumber(7, 7))).containsOnly(Octets.utf8("7"));
    }

    @Test
    void wordsAreAsManyAsAsked() {
        assertThat(draws(new Draw.Words(4)))
                .allSatisfy(octets -> assertThat(octets.text()).matches("[a-z]+( [a-z]+){3}"));
    }

    @Test
    void textIsLettersAndDigits() {
        assertThat(draws(new Draw.Text(12)))
                .allSatisfy(octets -> assertThat(octets.text()).matches("[A-Za-z0-9]{12}"));
    }

    @Test
    void octetsHaveAnyValue() {
        Octets all = Octets.join(draws(new Draw.RandomOctets(20)));
        assertThat(IntStream.range(0, all.length()).map(all::at).distinct().count())
                .isEqualTo(256);
    }

    @Test
    void oneOfTheChoicesIsDrawnAndEachCanBe() {
        assertThat(Set.copyOf(draws(new Draw.OneOf(List.of("a", "b", "é")))))
                .containsExactlyInAnyOrder(Octets.utf8("a"), Octets.utf8("b"), Octets.utf8("é"));
    }

    @Test
    void aDigestIsOfTheOctetsThatWereDrawn() {
        Map<String, Draw> draws =
                Map.of("m", new Draw.OneOf(List.of("abc")), "d", new Draw.Derived(Draw.Derived.Change.SHA256, "${m}"));
        // FIPS 180-4's own example.
        assertThat(drawn(draws, 1, "s", "d"))
                .isEqualTo(Octets.utf8("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void upperCaseIsThatOfAsciiLettersAlone() {
        Map<String, Draw> draws = Map.of(
                "m",
                new Draw.OneOf(List.of("été Az[{9")),
                "u",
                new Draw.Derived(Draw.Derived.Change.UPPER, "${m} ${m}"));
        assertThat(drawn(draws, 1, "s", "u")).isEqualTo(Octets.utf8("éTé AZ[{9 éTé AZ[{9"));
    }
}
