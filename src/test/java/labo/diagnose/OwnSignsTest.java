package labo.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.OctetMatch;
import labo.lesson.OwnMisconception;
import labo.lesson.Payload;
import labo.lesson.Sign;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;

/** Misconceptions that an exercise brings along, on timelines alone. */
class OwnSignsTest {
    private static final OwnMisconception POLITE =
            new OwnMisconception("trop-poli", "Trop poli", "Il salue deux fois.", "Une suffit.", "Les envois.");
    private static final Exercise EXERCISE = new Exercise(
            "politesse",
            "",
            "server.py",
            Exercise.Role.SERVER,
            8888,
            Exercise.Transport.TCP,
            Map.of(),
            "",
            "",
            Limits.DEFAULT,
            false,
            List.of(),
            List.of(),
            Map.of(),
            Map.of("trop-poli", POLITE));
    private static final Expectation SENDS = new Expectation.Happened(EventPattern.call("send"), 2, null);
    private static final Expectation TWICE =
            new Expectation.Received("c1", new OctetMatch.Exact(Payload.text("bonjourbonjour")));

    private static CheckSpec check(Expectation... seen) {
        Expectation once = new Expectation.Received("c1", new OctetMatch.Exact(Payload.text("bonjour")));
        Sign sign = new Sign("trop-poli", List.of(seen));
        return new CheckSpec("salut", "", 1, List.of(), once, null, null, List.of(sign));
    }

    private static Timeline saying(String... words) {
        TimelineBuilder built = TimelineBuilder.program("server.py")
                .socket(1, 1, "SOCK_STREAM")
                .bind(2, 1, "", 8888)
                .listen(3, 1)
                .accept(4, 1, 2);
        int line = 5;
        for (String word : words) {
            built.sendall(line++, 2, word);
            built.peer("receive", "c1", word);
        }
        return built.exit(0).build();
    }

    private static Diagnosis explain(CheckSpec check, Timeline timeline) {
        Sources sources = new Sources("server.py", Map.of("server.py", "1\n2\n3\n4\nconn.sendall(b'x')\n"));
        return Objects.requireNonNull(new Diagnostician().explain(EXERCISE, check, timeline, sources));
    }

    @Test
    void whereAllSignsAreSeenItIsNamedInTheExercisesWords() {
        Diagnosis diagnosis = explain(check(SENDS, TWICE), saying("bonjour", "bonjour"));
        assertThat(diagnosis)
                .isEqualTo(new Diagnosis(
                        "trop-poli",
                        "Trop poli",
                        "Il salue deux fois.",
                        "Une suffit.",
                        "Les envois.",
                        "politesse",
                        "server.py",
                        5,
                        "conn.sendall(b'x')"));
    }

    @Test
    void whereOneSignIsMissingTheLabsOwnAreLookedAt() {
        assertThat(explain(check(SENDS, TWICE), saying("bonjour", "salut")).id())
                .isEqualTo("wrong-reply");
    }

    @Test
    void aSignInOctetsAloneHasNoLine() {
        Diagnosis diagnosis = explain(check(TWICE), saying("bonjour", "bonjour"));
        assertThat(diagnosis.id()).isEqualTo("trop-poli");
        assertThat(diagnosis.line()).isNull();
    }
}
