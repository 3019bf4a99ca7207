package labo.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.CallKind;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a stream does to messages, where each of them has a reply of its own. */
final class StreamMisconceptionsTest {
    /** A server that gives each message back after its length. */
    private static final Exercise FRAMES = new Exercise(
            "protocole",
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
            Map.of());

    private static final String ONE = "\0\0\0\3abc";
    private static final String TWO = "\0\0\0\2de";

    private static @Nullable String idOf(Exercise exercise, CheckSpec check, TimelineBuilder timeline) {
        Diagnosis found =
                new Diagnostician().explain(exercise, check, timeline.build(), new Sources(exercise.file(), Map.of()));
        return found == null ? null : found.id();
    }

    private static CheckSpec received(String text) {
        return Cases.check(new Expectation.Received("c1", new OctetMatch.Exact(Payload.text(text))));
    }

    private static TimelineBuilder accepted() {
        return Cases.listening().peer("connect", "c1").accept(8, 1, 2);
    }

    @Test
    void seesTwoMessagesInOneReception() {
        TimelineBuilder timeline = accepted()
                .peer("send", "c1", ONE + TWO)
                .recv(10, 2, ONE + TWO, 1024)
                .sendall(11, 2, "\0\0\0\3ABC")
                .peer("receive", "c1", "\0\0\0\3ABC")
                .stuckIn(10, "recv");
        assertThat(idOf(FRAMES, received("\0\0\0\3ABC\0\0\0\2DE"), timeline)).isEqualTo("messages-glued");
    }

    @Test
    void seesALengthThatCameInTwoParts() {
        TimelineBuilder timeline = accepted()
                .peer("send", "c1", "\0\0")
                .recv(10, 2, "\0\0", 4)
                .sendall(12, 2, "\0\0")
                .peer("receive", "c1", "\0\0")
                .peer("send", "c1", "\0\3abc")
                .stuckIn(10, "recv");
        assertThat(idOf(FRAMES, received("\0\0\0\3ABC"), timeline)).isEqualTo("single-recv");
    }

    @Test
    void hasNothingAgainstALengthThatIsAskedForUntilItIsThere() {
        TimelineBuilder timeline = accepted()
                .peer("send", "c1", "\0\0")
                .recv(10, 2, "\0\0", 4)
                .peer("send", "c1", "\0\3abc")
                .recv(10, 2, "\0\3", 2)
                .recv(10, 2, "abc", 3)
                .stuckIn(10, "recv");
        assertThat(idOf(FRAMES, received("\0\0\0\3ABC"), timeline)).isNotIn("single-recv", "recv-too-small");
    }

    @Test
    void seesAServerThatLeavesAfterTheFirstOfSeveralMessages() {
        TimelineBuilder timeline = accepted()
                .peer("send", "c1", ONE)
                .recv(10, 2, "\0\0\0\3", 4)
                .recv(11, 2, "abc", 3)
                .sendall(12, 2, "\0\0\0\3ABC")
                .peer("receive", "c1", "\0\0\0\3ABC")
                .peer("send", "c1", TWO)
                .close(13, 2)
                .exit(0);
        assertThat(idOf(FRAMES, received("\0\0\0\3ABC\0\0\0\2DE"), timeline)).isEqualTo("one-message-only");
    }

    @Test
    void doesNotCallAMissingLengthADetail() {
        TimelineBuilder timeline = accepted()
                .peer("send", "c1", ONE)
                .recv(10, 2, "\0\0\0\3", 4)
                .recv(11, 2, "abc", 3)
                .sendall(12, 2, "ABC")
                .peer("receive", "c1", "ABC")
                .stuckIn(10, "recv");
        assertThat(idOf(FRAMES, received("\0\0\0\3ABC"), timeline)).isEqualTo("wrong-reply");
    }

    @Test
    void seesAClientThatTakesAShortReceptionForTheEnd() {
        TimelineBuilder timeline = Cases.connected()
                .peer("send", "c1", "abricotboussolecaramel")
                .recv(8, 1, "abricot", 1024)
                .recv(8, 1, "bous", 1024)
                .close(9, 1)
                .stdout("11")
                .exit(0);
        assertThat(idOf(Cases.CLIENT, Cases.taken("abricotboussolecaramel"), timeline))
                .isEqualTo("single-recv");
    }

    @Test
    void doesNotBlameSilenceTakenForTheEndOnShortReceptions() {
        TimelineBuilder timeline = Cases.connected()
                .peer("send", "c1", "abricotboussole")
                .recv(8, 1, "abricot", 1024)
                .raises(CallKind.RECV, 8, 1, "TimeoutError", "timed out")
                .stdout("7 octets")
                .exit(0);
        assertThat(idOf(Cases.CLIENT, Cases.wrote("15"), timeline)).isNull();
    }

    @Test
    void doesNotCallADigestOfWhatCameCanned() {
        TimelineBuilder timeline = Cases.connected()
                .peer("send", "c1", "abricot")
                .recv(8, 1, "abricot")
                .recv(8, 1, "")
                .stdout("b'7c1e'")
                .exit(0);
        assertThat(idOf(Cases.CLIENT, Cases.wrote("ba7816bf"), timeline)).isNull();
    }
}
