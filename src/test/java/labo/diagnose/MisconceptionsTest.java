package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.observe.CallKind;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MisconceptionsTest {
    private static @Nullable Diagnosis explain(Case observed) {
        return new Diagnostician()
                .explain(
                        observed.exercise(), observed.check(), observed.timeline(), new Sources("server.py", Map.of()));
    }

    private static String idOf(Case observed) {
        return Objects.requireNonNull(explain(observed), "nothing recognised").id();
    }

    static List<String> ids() {
        return Misconceptions.ids();
    }

    @Test
    void hasACaseForEachMisconceptionAndNoOther() {
        assertThat(Cases.all().keySet()).containsExactlyInAnyOrderElementsOf(Misconceptions.ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void namesTheMisconceptionThatATimelineShows(String id) {
        Case observed = Objects.requireNonNull(Cases.all().get(id), id);
        assertThat(idOf(observed)).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysEverythingWithoutAHoleInIt(String id) {
        Diagnosis diagnosis = Objects.requireNonNull(
                explain(Objects.requireNonNull(Cases.all().get(id))));
        assertThat(diagnosis.title() + diagnosis.happened() + diagnosis.why() + diagnosis.look())
                .doesNotContain("{")
                .doesNotContain("null");
    }

    private record Right(Exercise exercise, Timeline timeline, String received, String taken) {}

    static Stream<Case> rights() {
        return Stream.of(
                        new Right(Cases.SERVER, Cases.rightServer(), Cases.REPLY, "bonjour"),
                        new Right(Cases.CLIENT, Cases.rightClient(), Cases.REQUEST, "abricot"),
                        new Right(Cases.UDP_SERVER, Cases.rightUdpServer(), Cases.REPLY, "bonjour"))
                .flatMap(MisconceptionsTest::withEachCheck);
    }

    private static Stream<Case> withEachCheck(Right right) {
        List<CheckSpec> checks = List.of(
                Cases.received(right.received()),
                Cases.taken(right.taken()),
                Cases.ended(),
                Cases.peerEnd(),
                Cases.call("socket"));
        return checks.stream().map(check -> new Case(right.exercise(), check, right.timeline(), "server.py"));
    }

    /** Whatever check is looked at, a right program shows none. */
    @ParameterizedTest
    @MethodSource("rights")
    void findsNothingInARightProgram(Case right) {
        assertThat(Misconceptions.all().stream()
                        .filter(misconception -> misconception.recognise(right).isPresent())
                        .map(Misconception::id))
                .isEmpty();
        assertThat(explain(right)).isNull();
    }

    @Test
    void blamesTheLoopbackAddressAndNotTheHangAfterIt() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.call("bind"),
                Cases.server()
                        .socket(5, 1, "SOCK_STREAM")
                        .bind(6, 1, "127.0.0.1", 8888)
                        .listen(7, 1)
                        .exit(0)
                        .build(),
                "server.py");
        assertThat(new MissingAccept().recognise(observed)).isPresent();
        assertThat(idOf(observed)).isEqualTo("bind-loopback-only");
    }

    @Test
    void blamesTheMissingParenthesesAndNotTheListenThatNeverHappened() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.call("listen"),
                Cases.server()
                        .scan(source().bare("s.listen", 7).build())
                        .socket(5, 1, "SOCK_STREAM")
                        .bind(6, 1, "0.0.0.0", 8888)
                        .refused(CallKind.ACCEPT, 8, 1, "EINVAL", "OSError", "[Errno 22] Invalid argument")
                        .uncaught(8, "OSError", "[Errno 22] Invalid argument")
                        .build(),
                "server.py");
        assertThat(new MissingListen().recognise(observed)).isPresent();
        assertThat(idOf(observed)).isEqualTo("call-without-parentheses");
    }

    @Test
    void blamesAcceptNotUnpackedAndNotTheReplyThatNeverCame() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.accepted()
                        .uncaught(10, "AttributeError", "'tuple' object has no attribute 'recv'")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("accept-not-unpacked");
    }

    @Test
    void blamesTheWrongReplyAndNotTheCrashAfterIt() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .sendall(13, 2, "salut mec.")
                        .peer("receive", "c1", "salut mec.")
                        .uncaught(14, "ZeroDivisionError", "division by zero")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("near-miss-reply");
    }

    @Test
    void blamesTheUnknownNameAndNotTheReplyThatItKeptFromLeaving() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .uncaught(13, "NameError", "name 'reponse' is not defined")
                        .build(),
                "server.py");
        assertThat(new NoReply().recognise(observed)).isEmpty();
        assertThat(idOf(observed)).isEqualTo("undefined-name");
    }

    @Test
    void takesAMissingFullStopForANearMissThoughItIsABeginning() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .sendall(13, 2, "Salut mec")
                        .peer("receive", "c1", "Salut mec")
                        .stuckIn(10, "recv")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("near-miss-reply");
    }

    @Test
    void doesNotTakeANoteToTheUserForAnInventedAnswer() {
        Case observed = new Case(
                Cases.CLIENT,
                Cases.taken("abricot"),
                Cases.asked()
                        .scan(source().call("print", 9, "\"Message envoyé\"").build())
                        .close(8, 1)
                        .stdout("Message envoyé")
                        .exit(0)
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("closed-too-early");
    }

    @Test
    void blamesTheShutdownAndNotTheResetThatCameOfIt() {
        assertThat(idOf(resetAfterShutdown("SHUT_RDWR"))).isEqualTo("closed-too-early");
        assertThat(idOf(resetAfterShutdown("SHUT_WR"))).isEqualTo("crash");
    }

    private static Case resetAfterShutdown(String how) {
        return new Case(
                Cases.CLIENT,
                Cases.taken("abricot"),
                Cases.asked()
                        .shutdown(8, 1, how)
                        .refused(CallKind.RECV, 9, 1, "ECONNRESET", "ConnectionResetError", "Connection reset by peer")
                        .uncaught(9, "ConnectionResetError", "[Errno 104] Connection reset by peer")
                        .build(),
                "server.py");
    }

    @Test
    void blamesTheSpinAndNotTheAnswerThatItKeptFromBeingShown() {
        Case observed = new Case(
                Cases.CLIENT,
                Cases.wrote("abricot"),
                Cases.asked()
                        .recv(8, 1, "abricot")
                        .recv(8, 1, "")
                        .recv(8, 1, "")
                        .recv(8, 1, "")
                        .limit("spin")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("end-of-stream-ignored");
    }

    @Test
    void findsTheCloseThatIsMissingThoughTheEndOfTheProgramClosed() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.ended(),
                Cases.served()
                        .sendall(13, 2, Cases.REPLY)
                        .recv(10, 2, "")
                        .stuckIn(8, "accept")
                        .peer("end", "c1")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("missing-close");
    }

    @Test
    void namesAnErrorThatNoSocketSawAsSwallowed() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .scan(source().call("conn.sendall", 13, "reponse")
                                .bareExcept(15)
                                .build())
                        .exit(0)
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("error-swallowed");
    }

    @Test
    void namesAMisspeltSendThatIsSwallowedAgainAndAgain() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .scan(source().loopCall("conn.sendAll", 13)
                                .bareExcept(15)
                                .build())
                        .stuckIn(10, "recv")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("error-swallowed");
    }

    @Test
    void seesAServerThatWantsASecondMessageBeforeItAnswersTheFirst() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.received(Cases.REPLY),
                Cases.served()
                        .scan(source().call("conn.recv", 10)
                                .call("conn.recv", 12)
                                .call("conn.sendall", 13)
                                .build())
                        .stuckIn(12, "recv")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("recv-before-send");
    }

    @Test
    void knowsBothNamesOfTheErrorOfListenOnUdp() {
        Case observed = new Case(
                Cases.SERVER,
                Cases.call("socket"),
                Cases.server()
                        .socket(5, 1, "SOCK_DGRAM")
                        .refused(CallKind.LISTEN, 7, 1, "ENOTSUP", "OSError", "[Errno 95] Operation not supported")
                        .uncaught(7, "OSError", "[Errno 95] Operation not supported")
                        .build(),
                "server.py");
        assertThat(idOf(observed)).isEqualTo("listen-on-udp");
    }

    @Test
    void namesTheFileThatWasHandedInWhateverItsName() {
        Case observed = Objects.requireNonNull(Cases.all().get("syntax-error"));
        Diagnosis diagnosis = new Diagnostician()
                .explain(
                        observed.exercise(),
                        observed.check(),
                        observed.timeline(),
                        new Sources("mon_serveur.py", Map.of()));
        assertThat(Objects.requireNonNull(diagnosis).file()).isEqualTo("mon_serveur.py");
    }

    @Test
    void quotesTheLearnersLine() {
        Case observed = Objects.requireNonNull(Cases.all().get("bind-loopback-only"));
        Diagnosis diagnosis = new Diagnostician()
                .explain(
                        observed.exercise(),
                        observed.check(),
                        observed.timeline(),
                        new Sources(
                                "server.py", Map.of("server.py", "1\n2\n3\n4\n5\ns.bind((\"127.0.0.1\", 8888))\n")));
        assertThat(Objects.requireNonNull(diagnosis).text()).isEqualTo("s.bind((\"127.0.0.1\", 8888))");
    }
}
