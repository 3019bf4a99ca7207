package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static labo.observe.TimelineBuilder.ADDRESS_B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What shows otherwise with datagrams than on a stream. */
final class UdpMisconceptionsTest {
    private static @Nullable Diagnosis explain(Exercise exercise, CheckSpec check, TimelineBuilder timeline) {
        return new Diagnostician().explain(exercise, check, timeline.build(), new Sources("server.py", Map.of()));
    }

    private static @Nullable String idOf(Exercise exercise, CheckSpec check, TimelineBuilder timeline) {
        Diagnosis found = explain(exercise, check, timeline);
        return found == null ? null : found.id();
    }

    private static CheckSpec staysUp() {
        return Cases.check(new Expectation.Ended(List.of(), List.of("recv")));
    }

    private static CheckSpec arrives() {
        return Cases.check(new Expectation.Happened(
                new EventPattern(EventPattern.View.PEER, "recvfrom", Map.of(), EventPattern.Outcome.SUCCESS), 1, null));
    }

    private static TimelineBuilder unbound() {
        return Cases.server().socket(5, 1, "SOCK_DGRAM");
    }

    private static TimelineBuilder asked() {
        return unbound()
                .bind(6, 1, "0.0.0.0", 8888)
                .peer("sendto", "c1", "bonjour")
                .recvfrom(8, 1, "bonjour", ADDRESS_B, 40000);
    }

    private static TimelineBuilder sender(String host, int port) {
        return Cases.client().socket(5, 1, "SOCK_DGRAM").sendto(6, 1, "SALUT MEC", host, port);
    }

    @Test
    void seesTheMissingBindOfAServerThatWaitsForDatagrams() {
        assertThat(idOf(Cases.UDP_SERVER, Cases.call("bind"), unbound().stuckIn(7, "recvfrom")))
                .isEqualTo("missing-bind");
    }

    @Test
    void tellsTheMissingBindInTheWordsOfDatagrams() {
        Diagnosis found = Objects.requireNonNull(
                explain(Cases.UDP_SERVER, Cases.call("bind"), unbound().stuckIn(7, "recvfrom")));
        assertThat(found.why()).contains("recvfrom").doesNotContain("listen");
        assertThat(found.lesson()).isEqualTo("udp");
    }

    @Test
    void seesAServerThatWritesFirst() {
        TimelineBuilder timeline =
                unbound().sendto(6, 1, "SALUT MEC", "127.0.0.1", 8888).stuckIn(7, "recvfrom");
        assertThat(idOf(Cases.UDP_SERVER, Cases.call("bind"), timeline)).isEqualTo("roles-swapped");
    }

    @Test
    void seesAnAnswerToTheFirstClientWhenTheSecondHasAsked() {
        TimelineBuilder timeline = asked().sendto(9, 1, Cases.REPLY, ADDRESS_B, 40000)
                .recvfrom(10, 1, "encore", ADDRESS_B, 40001)
                .sendto(9, 1, Cases.REPLY, ADDRESS_B, 40000)
                .stuckIn(10, "recvfrom");
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isEqualTo("udp-reply-to-constant");
    }

    @Test
    void acceptsAnswersThatComeAfterTheNextQuestion() {
        TimelineBuilder timeline = asked().recvfrom(8, 1, "encore", ADDRESS_B, 40001)
                .sendto(9, 1, Cases.REPLY, ADDRESS_B, 40000)
                .sendto(9, 1, Cases.REPLY, ADDRESS_B, 40001)
                .stuckIn(8, "recvfrom");
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isNull();
    }

    @Test
    void seesASocketThatIsConnectedToOneClient() {
        TimelineBuilder timeline = asked().connect(9, 1, ADDRESS_B, 40000)
                .send(10, 1, Cases.REPLY, 10)
                .stuckIn(11, "recv");
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isEqualTo("udp-reply-to-constant");
    }

    @Test
    void seesADatagramThatWasCut() {
        TimelineBuilder timeline = unbound()
                .bind(6, 1, "0.0.0.0", 8888)
                .peer("sendto", "c1", "bonjour tout le monde")
                .recv(8, 1, "bonjour tout le m", 17)
                .stuckIn(8, "recvfrom");
        assertThat(idOf(Cases.UDP_SERVER, Cases.taken("bonjour tout le monde"), timeline))
                .isEqualTo("recv-too-small");
    }

    @Test
    void doesNotTakeADatagramThatFillsItsPlaceForACutOne() {
        TimelineBuilder timeline = unbound()
                .bind(6, 1, "0.0.0.0", 8888)
                .peer("sendto", "c1", "bonjour")
                .recv(8, 1, "bonjour", 7)
                .sendto(9, 1, Cases.REPLY, ADDRESS_B, 40000)
                .exit(0);
        assertThat(idOf(Cases.UDP_SERVER, Cases.ended(), timeline)).isNull();
    }

    @Test
    void seesAServerThatLeavesAfterOneDatagram() {
        assertThat(idOf(
                        Cases.UDP_SERVER,
                        staysUp(),
                        asked().sendto(9, 1, Cases.REPLY, ADDRESS_B, 40000).exit(0)))
                .isEqualTo("one-message-only");
    }

    @Test
    void seesTwoReceptionsWhereOneWasAskedFor() {
        TimelineBuilder timeline = asked().scan(source().loopCall("s.recvfrom", 8)
                        .loopCall("s.recvfrom", 9)
                        .loopCall("s.sendto", 10)
                        .build())
                .stuckIn(9, "recv");
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isEqualTo("recv-before-send");
    }

    @Test
    void doesNotTakeTheTwoThingsThatRecvfromGivesForAcceptsTwo() {
        TimelineBuilder timeline = asked().uncaught(9, "AttributeError", "'tuple' object has no attribute 'decode'");
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isEqualTo("crash");
    }

    @Test
    void seesAHostAndAPortThatAreNotOneAddress() {
        String text = "'str' object cannot be interpreted as an integer";
        TimelineBuilder timeline = asked().scan(source().loopCall("s.recvfrom", 8)
                        .call("s.sendto", 10, "b'Salut mec.'", "ip", "port")
                        .build())
                .raises(CallKind.SEND, 10, 1, "TypeError", text)
                .uncaught(10, "TypeError", text);
        assertThat(idOf(Cases.UDP_SERVER, Cases.received(Cases.REPLY), timeline))
                .isEqualTo("address-not-tuple");
    }

    @Test
    void seesAPortThatIsATextInAnAddress() {
        String text = "'str' object cannot be interpreted as an integer";
        TimelineBuilder timeline = Cases.client()
                .socket(5, 1, "SOCK_DGRAM")
                .scan(source().call("s.sendto", 6, "b'SALUT'", "(host, port)").build())
                .raises(CallKind.SEND, 6, 1, "TypeError", text)
                .uncaught(6, "TypeError", text);
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), timeline)).isEqualTo("port-not-int");
    }

    @Test
    void seesAClientThatWritesToAnotherMachine() {
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), sender("127.0.0.1", 8888).stuckIn(7, "recvfrom")))
                .isEqualTo("host-hardcoded");
    }

    @Test
    void seesAClientThatWritesToThePortOfTheCourseThoughAnotherWasGiven() {
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), sender(ADDRESS_B, 8888).stuckIn(7, "recvfrom")))
                .isEqualTo("host-hardcoded");
    }

    @Test
    void seesAClientThatWritesToAWrongPort() {
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), sender(ADDRESS_B, 8889).stuckIn(7, "recvfrom")))
                .isEqualTo("wrong-port");
    }

    @Test
    void blamesNoAddressWhereTheDatagramArrived() {
        TimelineBuilder timeline = sender(ADDRESS_B, 9000)
                .peer("recvfrom", "c1", "SALUT MEC")
                .peer("sendto", "c1", "abricot")
                .recvfrom(7, 1, "abricot", ADDRESS_B, 9000)
                .stdout("abricot\n")
                .exit(0);
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), timeline)).isNull();
    }

    @Test
    void seesTheMethodThatWasUnpackedInThePlaceOfItsResult() {
        TimelineBuilder timeline = unbound()
                .bind(6, 1, "0.0.0.0", 8888)
                .uncaught(
                        8,
                        "TypeError",
                        "cannot unpack non-iterable builtin_function_or_method object",
                        "    data, addr = s.recvfrom");
        Diagnosis found = Objects.requireNonNull(explain(Cases.UDP_SERVER, Cases.taken("bonjour"), timeline));
        assertThat(found.id()).isEqualTo("call-without-parentheses");
        assertThat(found.happened()).contains("s.recvfrom");
    }

    @Test
    void seesAClientThatTakesThePortOfTheServerAndWaits() {
        TimelineBuilder timeline = Cases.client()
                .socket(5, 1, "SOCK_DGRAM")
                .bind(6, 1, "0.0.0.0", 8888)
                .stuckIn(7, "recv");
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), timeline)).isEqualTo("roles-swapped");
    }

    @Test
    void seesAClientThatWaitsBeforeItAsks() {
        TimelineBuilder timeline = Cases.client()
                .socket(5, 1, "SOCK_DGRAM")
                .bind(6, 1, "0.0.0.0", 0)
                .stuckIn(7, "recv");
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), timeline)).isEqualTo("recv-before-send");
    }

    @Test
    void seesAClientThatListensForDatagrams() {
        TimelineBuilder timeline = Cases.client()
                .socket(5, 1, "SOCK_DGRAM")
                .refused(CallKind.LISTEN, 6, 1, "EOPNOTSUPP", "OSError", "[Errno 95] Operation not supported")
                .uncaught(6, "OSError", "[Errno 95] Operation not supported");
        assertThat(idOf(Cases.UDP_CLIENT, arrives(), timeline)).isEqualTo("listen-on-udp");
    }
}
