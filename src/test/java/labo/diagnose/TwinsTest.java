package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.ScanBuilder;
import labo.observe.TimelineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shows a misconception, beside what is all but the same and shows none: each sign counts. */
final class TwinsTest {
    private static final CheckSpec REPLY = Cases.received(Cases.REPLY);

    private static Case server(CheckSpec check, TimelineBuilder timeline) {
        return new Case(Cases.SERVER, check, timeline.build(), "server.py");
    }

    private static Case client(CheckSpec check, TimelineBuilder timeline) {
        return new Case(Cases.CLIENT, check, timeline.build(), "client.py");
    }

    /** The line and what the text names; nothing where nothing is recognised. */
    private static String sign(Misconception misconception, Case observed) {
        return misconception
                .recognise(observed)
                .map(finding -> (finding.line() == null ? "-" : finding.line().line()) + " "
                        + String.join(" ", finding.parameters()))
                .map(String::strip)
                .orElse("");
    }

    private static String partial(TimelineBuilder timeline) {
        return sign(new PartialSendIgnored(), server(REPLY, timeline));
    }

    @Test
    void whatASendLeftOverAndNobodySentIsIgnored() {
        assertThat(partial(Cases.served().send(13, 2, "Salut", 10))).isEqualTo("13 5");
        assertThat(partial(Cases.served().send(13, 2, "Salut", 10).send(14, 2, "me", 2)))
                .isEqualTo("13 5");
        assertThat(partial(Cases.served().send(13, 2, "Salut", 10).send(14, 3, " mec.", 5)))
                .isEqualTo("13 5");
        assertThat(partial(Cases.served().send(12, 2, "x", 1).send(13, 2, "Salut", 10)))
                .isEqualTo("13 5");
        assertThat(partial(Cases.served().send(13, 2, "Sal", 4).send(14, 2, "ut mec", 6)))
                .isEqualTo("13 3");
    }

    @Test
    void whatASendLeftOverAndTheNextOneOfferedIsNot() {
        assertThat(partial(Cases.served().send(13, 2, Cases.REPLY, 10))).isEmpty();
        assertThat(partial(Cases.served().send(13, 2, "Salut", 10).send(14, 2, " mec.", 5)))
                .isEmpty();
        assertThat(partial(Cases.served().sendall(13, 2, "Salut"))).isEmpty();
    }

    private static final Misconception FIRST = new RecvBeforeSend();

    @Test
    void aClientThatAsksNothingAndWaitsForAnAnswerIsNamed() {
        CheckSpec asked = Cases.received(Cases.REQUEST);
        assertThat(sign(FIRST, client(asked, Cases.connected().stuckIn(7, "recv"))))
                .isEqualTo("7");
        assertThat(sign(FIRST, client(asked, Cases.connected().stuckIn(7, "accept"))))
                .isEmpty();
        assertThat(sign(FIRST, client(asked, Cases.client().stuckIn(7, "recv"))))
                .isEmpty();
        assertThat(sign(FIRST, client(asked, Cases.asked().stuckIn(8, "recv")))).isEmpty();
        assertThat(sign(
                        FIRST,
                        client(
                                asked,
                                Cases.connected()
                                        .raises(CallKind.SEND, 7, 1, "TypeError", "x")
                                        .stuckIn(8, "recv"))))
                .isEmpty();
    }

    private static String hears(TimelineBuilder heard, ScanBuilder source, int line) {
        return sign(FIRST, server(REPLY, heard.scan(source.build()).stuckIn(line, "recv")));
    }

    @Test
    void aServerThatWantsToHearMoreBeforeItAnswersIsNamed() {
        assertThat(hears(Cases.served(), source().loopCall("conn.recv", 10).call("conn.sendall", 13), 10))
                .isEqualTo("10");
        assertThat(hears(Cases.served(), source().call("conn.recv", 10).loopCall("conn.send", 13), 12))
                .isEqualTo("12");
        assertThat(hears(Cases.served(), source().call("conn.makefile", 9).loopCall("conn.sendall", 13), 10))
                .isEqualTo("10");
    }

    @Test
    void aServerThatAnswersInItsLoopOrHeardNothingOrHasNoAnswerIsNot() {
        assertThat(hears(Cases.served(), source().loopCall("conn.recv", 10).loopCall("conn.sendall", 13), 10))
                .isEmpty();
        assertThat(hears(Cases.accepted(), source().loopCall("conn.recv", 10).call("conn.sendall", 13), 10))
                .isEmpty();
        assertThat(hears(Cases.served(), source().loopCall("conn.recv", 10), 10))
                .isEmpty();
        assertThat(hears(Cases.served(), source().call("conn.sendall", 5).loopCall("conn.recv", 10), 10))
                .isEmpty();
        assertThat(hears(Cases.served(), source().call("conn.sendall", 10).call("conn.recv", 10), 10))
                .isEmpty();
    }

    private static String once(TimelineBuilder timeline) {
        return sign(new SingleRecv(), client(Cases.taken("abricotabricot"), timeline));
    }

    private static TimelineBuilder answered(ScanBuilder source) {
        return Cases.asked().scan(source.build()).peer("send", "c1", "abricot").recv(8, 1, "abricot");
    }

    @Test
    void oneRecvThatIsTakenForAllIsNamed() {
        assertThat(once(answered(source().call("s.recv", 8)).exit(0))).isEqualTo("8 7");
        assertThat(once(answered(source().loopCall("s.recv", 8)).exit(0))).isEqualTo("8 7");
        assertThat(once(answered(source().call("s.recv", 8)).stuckIn(9, "connect")))
                .isEqualTo("8 7");
        assertThat(once(answered(source().loopCall("s.recv", 8))
                        .recv(8, 1, "abr")
                        .exit(0)))
                .isEqualTo("8 10");
    }

    @Test
    void aRecvThatGotAllOrIsStillAtItOrRanOutOfPatienceIsNot() {
        assertThat(once(answered(source().call("s.recv", 8))
                        .recv(8, 1, "abricot")
                        .exit(0)))
                .isEmpty();
        assertThat(once(answered(source().loopCall("s.recv", 8)).stuckIn(8, "recv")))
                .isEmpty();
        assertThat(once(answered(source().call("s.recv", 8))
                        .raises(CallKind.RECV, 9, 1, "TimeoutError", "timed out")
                        .exit(0)))
                .isEmpty();
        assertThat(once(answered(source().loopCall("s.recv", 8))
                        .recv(8, 1, "abr")
                        .recv(8, 1, "")
                        .exit(0)))
                .isEmpty();
        assertThat(sign(
                        new SingleRecv(),
                        client(
                                Cases.received("x"),
                                answered(source().call("s.recv", 8)).exit(0))))
                .isEmpty();
    }

    /** An exercise where each message has a reply of its own. */
    private static Exercise echo() {
        Exercise like = Cases.SERVER;
        return new Exercise(
                like.id(),
                like.title(),
                like.file(),
                like.role(),
                like.port(),
                like.transport(),
                Map.of(),
                "",
                "",
                like.limits(),
                false,
                List.of(),
                List.of(),
                Map.of());
    }

    private static String exactly(TimelineBuilder timeline) {
        return sign(new SingleRecv(), new Case(echo(), Cases.received("BONJOUR"), timeline.build(), "server.py"));
    }

    private static TimelineBuilder part(int size) {
        return Cases.accepted().recv(10, 2, "bon", size);
    }

    @Test
    void aServerThatAsksForSoManyOctetsAndTakesFewerIsNamed() {
        assertThat(exactly(part(7).sendall(13, 2, "BON"))).isEqualTo("10 3");
        assertThat(exactly(part(63).sendall(13, 2, "BON"))).isEqualTo("10 3");
        assertThat(exactly(part(7).recv(11, 2, "jo", 2))).isEqualTo("10 3");
        assertThat(exactly(part(7))).isEqualTo("10 3");
    }

    @Test
    void aServerThatAsksForTheRestOrForWhateverIsThereIsNot() {
        assertThat(exactly(part(64).sendall(13, 2, "BON"))).isEmpty();
        assertThat(exactly(part(3).sendall(13, 2, "BON"))).isEmpty();
        assertThat(exactly(part(7).recv(10, 2, "jour", 4))).isEmpty();
        assertThat(exactly(Cases.accepted().recv(10, 2, "bonjour", 20))).isEmpty();
        assertThat(sign(new SingleRecv(), server(REPLY, part(7)))).isEmpty();
    }

    private static String glued(String wanted, TimelineBuilder timeline) {
        return sign(new MessagesGlued(), server(Cases.received(wanted), timeline));
    }

    private static TimelineBuilder two(String taken) {
        return Cases.accepted().peer("send", "c1", "bonsoir").recv(10, 2, taken);
    }

    @Test
    void severalMessagesInOneRecvWithOneReplyAreGlued() {
        String both = Cases.REPLY + Cases.REPLY;
        assertThat(glued(both, two("bonjourbonsoir").peer("receive", "c1", Cases.REPLY)))
                .isEqualTo("10 14");
        assertThat(glued(both, two("bonjourb").peer("receive", "c1", Cases.REPLY)))
                .isEqualTo("10 8");
        assertThat(glued(both, two("a\nb\n").peer("receive", "c1", Cases.REPLY)))
                .isEqualTo("10 4");
        assertThat(glued("bonjour", two("\0\0\0\1a\0\0\0\1b").peer("receive", "c1", "bonsoir")))
                .isEqualTo("10 10");
    }

    @Test
    void oneMessageOrAllRepliesOrACrashIsNotGlued() {
        String both = Cases.REPLY + Cases.REPLY;
        assertThat(glued(both, two("bonjour").peer("receive", "c1", Cases.REPLY)))
                .isEmpty();
        assertThat(glued(both, two("a\nbc").peer("receive", "c1", Cases.REPLY))).isEmpty();
        assertThat(glued(both, two("bonjourbonsoir").peer("receive", "c1", both)))
                .isEmpty();
        assertThat(glued(both, two("bonjourbonsoir").uncaught(11, "ValueError", "x")))
                .isEmpty();
        assertThat(glued("bonjour", two("\0\0\0\1a").peer("receive", "c1", "bonsoir")))
                .isEmpty();
        assertThat(glued("bonjour", two("\0\0\0\1a\0\0\0\2b").peer("receive", "c1", "bonsoir")))
                .isEmpty();
        assertThat(glued("bonjour", two("\0\0\0\1a\0\0\0\1bc").peer("receive", "c1", "bonsoir")))
                .isEmpty();
        assertThat(glued("bonsoir", two("\0\0\0\1a\0\0\0\1b").peer("receive", "c1", "bonsoir")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketserver", "http.server", "asyncio", "poplib"})
    void aModuleThatDoesTheWorkIsNamedWhereNothingElseMakesSockets(String module) {
        assertThat(sign(
                        new Delegated(),
                        server(
                                REPLY,
                                Cases.listening()
                                        .scan(source().imports(module, 2).build()))))
                .isEqualTo("2 " + module);
        assertThat(sign(
                        new Delegated(),
                        server(
                                REPLY,
                                Cases.listening()
                                        .scan(source().imports(module, 2)
                                                .call("socket.socket", 4)
                                                .build()))))
                .isEmpty();
    }

    @Test
    void aModuleIsForbiddenOnlyByTheCheckThatSaysSo() {
        CheckSpec own = Cases.check(new Expectation.OwnCalls(List.of("select")));
        TimelineBuilder selects = Cases.listening()
                .scan(source().imports("select.poll", 2)
                        .call("socket.socket", 4)
                        .build());
        assertThat(sign(new Delegated(), server(own, selects))).isEqualTo("2 select.poll");
        assertThat(sign(new Delegated(), server(REPLY, selects))).isEmpty();
    }

    private static String bare(TimelineBuilder timeline) {
        return sign(new CallWithoutParentheses(), server(REPLY, timeline));
    }

    @Test
    void aMethodThatStandsAloneIsNamedUnlessItIsCalledElsewhere() {
        assertThat(bare(Cases.server().scan(source().bare("s.listen", 7).build())))
                .isEqualTo("7 s.listen");
        assertThat(bare(Cases.listening().scan(source().bare("s.listen", 7).build())))
                .isEmpty();
        assertThat(bare(Cases.server().scan(source().bare("s.family", 7).build())))
                .isEmpty();
        assertThat(bare(Cases.server()
                        .scan(source().function("serve", 3, false)
                                .bare("serve", 9)
                                .build())))
                .isEqualTo("9 serve");
        assertThat(bare(Cases.server()
                        .scan(source().function("serve", 3, false)
                                .bare("other", 9)
                                .build())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<built-in method recv of socket object at 0x7>, - recv",
        "<bound method socket.accept of <socket>>, - accept",
        "<built-in method count of list object at 0x7>, ''",
        "recv, ''"
    })
    void aMethodThatIsPrintedIsNamed(String printed, String sign) {
        assertThat(bare(Cases.served().stdout(printed))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TypeError  | cannot unpack non-iterable method object   | conn, addr = s.accept  | 8 s.accept",
                "TypeError  | cannot unpack non-iterable function object | a, b = f               | 8 f",
                "TypeError  | cannot unpack non-iterable int object      | a, b = s.accept        | ''",
                "ValueError | cannot unpack non-iterable method object   | a, b = s.accept        | ''",
                "TypeError  | cannot unpack non-iterable method object   | f(s.accept)            | ''"
            })
    void aMethodThatIsUnpackedIsNamed(String exception, String message, String line, String sign) {
        assertThat(bare(Cases.listening().uncaught(8, exception, message, line)))
                .isEqualTo(sign.equals("''") ? "" : sign);
    }

    private static String port(Case observed) {
        return sign(new WrongPort(), observed);
    }

    @Test
    void anotherPortThanTheOneAskedForIsNamed() {
        assertThat(port(server(REPLY, Cases.server().socket(5, 1, "SOCK_STREAM").bind(6, 1, "", 9999))))
                .isEqualTo("6 9999 8888");
        assertThat(port(server(REPLY, Cases.listening()))).isEmpty();
        TimelineBuilder peer = Cases.client().peerListens(7777).socket(5, 1, "SOCK_STREAM");
        assertThat(port(client(REPLY, peer.connect(6, 1, TimelineBuilder.ADDRESS_B, 9999))))
                .isEqualTo("6 9999 7777");
    }

    @Test
    void theCoursesPortAndAnotherMachineAreNotAWrongPort() {
        Stream.of(
                        List.of(TimelineBuilder.ADDRESS_B, "7777"),
                        List.of(TimelineBuilder.ADDRESS_B, "8888"),
                        List.of("10.9.9.9", "9999"))
                .map(aim -> Cases.client()
                        .peerListens(7777)
                        .socket(5, 1, "SOCK_STREAM")
                        .connect(6, 1, aim.get(0), Integer.parseInt(aim.get(1))))
                .forEach(timeline -> assertThat(port(client(REPLY, timeline))).isEmpty());
        assertThat(port(client(REPLY, Cases.client().peerListens(7777)))).isEmpty();
    }
}
