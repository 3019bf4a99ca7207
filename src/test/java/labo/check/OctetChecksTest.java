package labo.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import labo.lesson.Expectation;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.CallKind;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.ScanBuilder;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What machine B received, what the program received and what it wrote. */
final class OctetChecksTest {
    private static final OctetMatch SALUT = exact("Salut mec.");

    private static OctetMatch exact(String text) {
        return new OctetMatch.Exact(Payload.text(text));
    }

    private static OctetMatch contains(String text) {
        return new OctetMatch.Contains(Payload.text(text));
    }

    private static TimelineBuilder program() {
        return TimelineBuilder.program("server.py");
    }

    private static Timeline wrote(String text) {
        return program().stdout(text).build();
    }

    private static Verdict stdout(OctetMatch match, String text) {
        return Check.of(new Expectation.Wrote(false, match)).examine(wrote(text));
    }

    private static Verdict.Failed failure(OctetMatch match, String text) {
        return stdout(match, text).failure().orElseThrow();
    }

    private static boolean fits(OctetMatch match, String text) {
        return stdout(match, text) instanceof Verdict.Passed;
    }

    @Test
    void allThatTheEndpointReceivedIsCompared() {
        Timeline timeline = program()
                .sendall(7, 2, "Salut mec.")
                .peer("receive", "c1", "Salut ")
                .peer("receive", "c1", "mec.")
                .peer("receive", "c2", "salut")
                .build();
        assertThat(Check.of(new Expectation.Received("c1", SALUT)).examine(timeline))
                .isEqualTo(new Verdict.Passed());
        assertThat(Check.of(new Expectation.Received("c2", SALUT)).examine(timeline))
                .isEqualTo(new Verdict.Failed("b'Salut mec.'", "b'salut'", null, 7));
        assertThat(Check.of(new Expectation.Received("c3", SALUT)).examine(timeline))
                .isEqualTo(new Verdict.Failed("b'Salut mec.'", "rien", null, 7));
    }

    @Test
    void allThatTheProgramReceivedIsCompared() {
        Timeline timeline = program()
                .recv(5, 2, "Salut ")
                .recv(6, 2, "mec.")
                .refused(CallKind.RECV, 8, 2, "ECONNRESET", "ConnectionResetError", "reset")
                .build();
        assertThat(Check.of(new Expectation.Taken(SALUT)).examine(timeline)).isEqualTo(new Verdict.Passed());
        assertThat(Check.of(new Expectation.Taken(exact("Salut mec!"))).examine(timeline))
                .isEqualTo(new Verdict.Failed(
                        "b'Salut mec!'",
                        "b'Salut mec.'",
                        "les lettres y sont\u00A0: regarde la ponctuation et les espaces",
                        8));
    }

    @Test
    void eachOutputIsComparedByItself() {
        Timeline timeline =
                Timelines.with(wrote("Salut mec."), new ProgramEvent.Wrote(1001, true, Octets.utf8("oups")));
        assertThat(Check.of(new Expectation.Wrote(false, SALUT)).examine(timeline))
                .isEqualTo(new Verdict.Passed());
        assertThat(Check.of(new Expectation.Wrote(true, exact("oups"))).examine(timeline))
                .isEqualTo(new Verdict.Passed());
        assertThat(Check.of(new Expectation.Wrote(true, SALUT)).examine(timeline))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void bothOutputsAreComparedAsOneWhereItDoesNotMatterWhich() {
        Timeline timeline = Timelines.with(wrote("Salut "), new ProgramEvent.Wrote(1001, true, Octets.utf8("mec.")));
        assertThat(Check.of(new Expectation.Said(SALUT)).examine(timeline)).isEqualTo(new Verdict.Passed());
        assertThat(Check.of(new Expectation.Said(exact("mec."))).examine(timeline))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void aWrongOutputPointsAtTheLastPrint() {
        Timeline timeline = program()
                .scan(ScanBuilder.source()
                        .call("print", 4)
                        .call("print", 9)
                        .call("s.bind", 12)
                        .build())
                .stdout("x")
                .build();
        assertThat(lineOf(timeline)).isEqualTo(9);
    }

    @Test
    void aWrongOutputPointsAtTheExceptionIfThereWasOne() {
        Timeline timeline = program()
                .scan(ScanBuilder.source().call("print", 4).build())
                .uncaught(3, "OSError", "m")
                .build();
        assertThat(lineOf(timeline)).isEqualTo(3);
        assertThat(lineOf(wrote("x"))).isNull();
    }

    private static @Nullable Integer lineOf(Timeline timeline) {
        return Check.of(new Expectation.Wrote(false, SALUT))
                .examine(timeline)
                .failure()
                .orElseThrow()
                .line();
    }

    @Test
    void withoutAnyCallThePlaceIsTheException() {
        Timeline timeline = program().uncaught(3, "OSError", "m").build();
        assertThat(Check.of(new Expectation.Taken(SALUT))
                        .examine(timeline)
                        .failure()
                        .orElseThrow()
                        .line())
                .isEqualTo(3);
    }

    static Stream<Arguments> matches() {
        OctetMatch two = new OctetMatch.OneOf(List.of(Payload.text("a"), Payload.text("b")));
        OctetMatch both = new OctetMatch.All(List.of(contains("a"), contains("b")));
        OctetMatch not = new OctetMatch.Not(contains("a"));
        return Stream.of(
                Arguments.of(exact("ab"), "ab", true, "b'ab'"),
                Arguments.of(exact("ab"), "abc", false, "b'ab'"),
                Arguments.of(contains("b"), "abc", true, "b'b', quelque part"),
                Arguments.of(contains("d"), "abc", false, "b'd', quelque part"),
                Arguments.of(two, "b", true, "b'a' ou b'b'"),
                Arguments.of(two, "ab", false, "b'a' ou b'b'"),
                Arguments.of(new OctetMatch.Matches("^a.c$"), "a\nc", true, "des octets de la forme ^a.c$"),
                Arguments.of(new OctetMatch.Matches("^a.c$"), "abcd", false, "des octets de la forme ^a.c$"),
                Arguments.of(both, "ba", true, "b'a', quelque part, et b'b', quelque part"),
                Arguments.of(both, "a", false, "b'a', quelque part, et b'b', quelque part"),
                Arguments.of(not, "b", true, "pas b'a', quelque part"),
                Arguments.of(not, "ab", false, "pas b'a', quelque part"),
                Arguments.of(new OctetMatch.Nothing(), "", true, "rien du tout"),
                Arguments.of(new OctetMatch.Nothing(), "x", false, "rien du tout"));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void eachFormOfMatchAsksForItsOwn(OctetMatch match, String text, boolean passes, String expected) {
        assertThat(fits(match, text)).isEqualTo(passes);
        if (!passes) {
            assertThat(failure(match, text).expected()).isEqualTo(expected);
        }
    }

    @Test
    void aPatternSeesOneCharacterAnOctet() {
        assertThat(fits(new OctetMatch.Matches("^..$"), "é")).isTrue();
    }

    @Test
    void theMiddleOfLongOctetsIsLeftOut() {
        assertThat(failure(SALUT, "x".repeat(60)).observed()).isEqualTo("b'" + "x".repeat(60) + "'");
        assertThat(failure(SALUT, "x".repeat(61)).observed()).isEqualTo("b'" + "x".repeat(60) + "'… (61\u00A0octets)");
    }

    @Test
    void octetsWithBracesAndQuotesAreShownAsTheyAre() {
        assertThat(failure(SALUT, "{0} l'un").observed()).isEqualTo("b\"{0} l'un\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Salut mec.|salut mec.|il ne manque que la casse\u00A0: majuscules et minuscules",
                "été|ete|seuls les accents diffèrent",
                "ete|été|seuls les accents diffèrent",
                "Été|ete|seuls la casse et les accents diffèrent",
                "Salut mec.|Salut mec. |un espace en trop, ou en moins, au bord",
                "Salut mec. |Salut mec.|un espace en trop, ou en moins, au bord",
                "Salut mec.|Salut mec.\\n|un retour à la ligne en trop à la fin",
                "Salut mec.\\n|Salut mec.|il manque le retour à la ligne à la fin",
                "Salut mec.|Salut, mec|les lettres y sont\u00A0: regarde la ponctuation et les espaces",
                "Salut mec.|Salutmec!|les lettres y sont\u00A0: regarde la ponctuation et les espaces",
                "Salut mec.|Bonjour|",
                "Salut mec.|Salut|",
                "Salut mec.||",
                "Salut mec.|\\n|",
                "...|!!!|"
            })
    void aNearMissIsNamedAndAFarOneIsNot(String wanted, @Nullable String got, @Nullable String named) {
        String expected = unescaped(wanted);
        String actual = got == null ? "" : unescaped(got);
        assertThat(failure(exact(expected), actual).nearMiss()).isEqualTo(named);
        assertThat(NearMiss.isNear(Payload.text(expected), Octets.utf8(actual))).isEqualTo(named != null);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void oneOfSeveralMayBeNearlyMissed() {
        OctetMatch either = new OctetMatch.OneOf(List.of(Payload.text("oui"), Payload.text("non")));
        assertThat(failure(either, "NON").nearMiss()).startsWith("il ne manque que la casse");
        assertThat(failure(either, "peut-être").nearMiss()).isNull();
    }

    /** So much more than was wanted is not looked at letter by letter: it may be sixteen million of them. */
    @Test
    void anEndlessReplyIsNotNearAShortOne() {
        String wanted = "Salut mec.";
        assertThat(NearMiss.isNear(Payload.text(wanted), Octets.utf8(wanted + " ".repeat(1_010))))
                .isTrue();
        assertThat(NearMiss.isNear(Payload.text(wanted), Octets.utf8(wanted + " ".repeat(1_011))))
                .isFalse();
    }

    @Test
    void octetsThatAreNoTextAreNotNearEachOther() {
        Payload wanted = new Payload(List.of(new Payload.Hex("fffe")));
        assertThat(NearMiss.isNear(wanted, Octets.of(new byte[] {(byte) 0xFE, (byte) 0xFF})))
                .isFalse();
    }

    @Test
    void aHostileTextDoesNotHoldUpACatastrophicPattern() {
        OctetMatch slow = new OctetMatch.Matches("^(a|a)*\\1!b$");
        String hostile = "a".repeat(5_000) + "!";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(fits(slow, hostile)).isFalse();
            assertThat(fits(new OctetMatch.Not(slow), hostile)).isFalse();
        });
    }

    @Test
    void aPatternThatNeedsTooMuchStackIsNotFound() {
        OctetMatch deep = new OctetMatch.Matches("^(?:a|b)*c$");
        String hostile = "ab".repeat(500_000);
        assertThat(fits(deep, hostile)).isFalse();
        assertThat(fits(new OctetMatch.Not(deep), hostile)).isFalse();
    }

    @Test
    void passesNothingWhereNothingWasObserved() {
        for (OctetMatch match : List.of(SALUT, new OctetMatch.Nothing(), new OctetMatch.Not(SALUT))) {
            assertThat(List.<Expectation>of(
                            new Expectation.Received("c1", match),
                            new Expectation.Taken(match),
                            new Expectation.Wrote(false, match)))
                    .allSatisfy(expectation -> assertThat(Check.of(expectation).examine(Timelines.EMPTY))
                            .isInstanceOf(Verdict.Failed.class));
        }
    }
}
