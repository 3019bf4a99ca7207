package labo.diagnose;

import static labo.observe.ScanBuilder.source;
import static labo.observe.TimelineBuilder.ADDRESS_B;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.CallKind;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;

/** Timelines that show one misconception each, and right ones. */
final class Cases {
    static final String REPLY = "Salut mec.";
    static final String REQUEST = "SALUT MEC";
    static final Exercise SERVER = exercise(Exercise.Role.SERVER, Exercise.Transport.TCP);
    static final Exercise CLIENT = exercise(Exercise.Role.CLIENT, Exercise.Transport.TCP);
    static final Exercise UDP_SERVER = exercise(Exercise.Role.SERVER, Exercise.Transport.UDP);
    static final Exercise UDP_CLIENT = exercise(Exercise.Role.CLIENT, Exercise.Transport.UDP);

    private Cases() {}

    private static Exercise exercise(Exercise.Role role, Exercise.Transport transport) {
        return new Exercise(
                "exercice",
                "",
                role == Exercise.Role.SERVER ? "server.py" : "client.py",
                role,
                8888,
                transport,
                Map.of(
                        role == Exercise.Role.SERVER ? "reply" : "request",
                        role == Exercise.Role.SERVER ? REPLY : REQUEST),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                List.of(),
                Map.of());
    }

    static CheckSpec check(Expectation expectation) {
        return new CheckSpec("verification", "", 1, List.of(), expectation, null, null);
    }

    static CheckSpec received(String text) {
        return check(new Expectation.Received("c1", new OctetMatch.Exact(Payload.text(text))));
    }

    static CheckSpec taken(String text) {
        return check(new Expectation.Taken(new OctetMatch.Contains(Payload.text(text))));
    }

    static CheckSpec wrote(String text) {
        return check(new Expectation.Wrote(false, new OctetMatch.Contains(Payload.text(text))));
    }

    static CheckSpec ended() {
        return check(new Expectation.Ended(List.of(0), List.of("accept")));
    }

    static CheckSpec peerEnd() {
        return check(new Expectation.Happened(
                new EventPattern(EventPattern.View.PEER, "end", Map.of(), EventPattern.Outcome.SUCCESS), 1, null));
    }

    static CheckSpec call(String kind) {
        return check(new Expectation.Happened(
                new EventPattern(EventPattern.View.CALL, kind, Map.of(), EventPattern.Outcome.SUCCESS), 1, null));
    }

    static TimelineBuilder server() {
        return TimelineBuilder.program("server.py");
    }

    static TimelineBuilder client() {
        return TimelineBuilder.program("client.py");
    }

    /** A server as far as listen. */
    static TimelineBuilder listening() {
        return server().socket(5, 1, "SOCK_STREAM").bind(6, 1, "0.0.0.0", 8888).listen(7, 1);
    }

    /** A server that has let B's client in, which has sent a message. */
    static TimelineBuilder accepted() {
        return listening().peer("connect", "c1").accept(8, 1, 2).peer("send", "c1", "bonjour");
    }

    /** A server that has received B's message. */
    static TimelineBuilder served() {
        return accepted().recv(10, 2, "bonjour");
    }

    /** A client that is connected. */
    static TimelineBuilder connected() {
        return client().peerListens(8888)
                .socket(5, 1, "SOCK_STREAM")
                .connect(6, 1, ADDRESS_B, 8888)
                .peer("accept", "c1");
    }

    /** A client that has asked, and whom B has answered. */
    static TimelineBuilder asked() {
        return connected().sendall(7, 1, REQUEST).peer("receive", "c1", REQUEST).peer("send", "c1", "abricot");
    }

    static Timeline rightServer() {
        return served().scan(source().call("s.accept", 8)
                        .loopCall("conn.recv", 10)
                        .loopCall("conn.sendall", 13)
                        .call("conn.close", 14)
                        .build())
                .sendall(13, 2, REPLY)
                .peer("receive", "c1", REPLY)
                .recv(10, 2, "")
                .close(14, 2)
                .peer("end", "c1")
                .exit(0)
                .build();
    }

    static Timeline rightClient() {
        return asked().scan(
                        source().loopCall("s.recv", 8).call("print", 10, "data").build())
                .recv(8, 1, "abricot")
                .recv(8, 1, "")
                .close(9, 1)
                .peer("end", "c1")
                .stdout("b'abricot'\n")
                .exit(0)
                .build();
    }

    static Timeline rightUdpServer() {
        return server().socket(5, 1, "SOCK_DGRAM")
                .bind(6, 1, "0.0.0.0", 8888)
                .peer("sendto", "c1", "bonjour")
                .recvfrom(7, 1, "bonjour", ADDRESS_B, 40000)
                .sendto(8, 1, REPLY, ADDRESS_B, 40000)
                .peer("recvfrom", "c1", REPLY)
                .exit(0)
                .build();
    }

    private static Case shows(Exercise exercise, CheckSpec check, TimelineBuilder timeline) {
        return new Case(exercise, check, timeline.build(), "server.py");
    }

    private static Case crash(TimelineBuilder before, int line, String exception, String message) {
        return shows(SERVER, received(REPLY), before.uncaught(line, exception, message));
    }

    /** By id: a failure that shows that misconception and no other. */
    static Map<String, Case> all() {
        Map<String, Case> cases = new LinkedHashMap<>();
        python(cases);
        addresses(cases);
        roles(cases);
        exchange(cases);
        life(cases);
        return cases;
    }

    private static void python(Map<String, Case> cases) {
        cases.put(
                "syntax-error",
                shows(
                        SERVER,
                        call("socket"),
                        server().scan(source().fault("'(' was never closed", 3).build())
                                .uncaught(3, "SyntaxError", "'(' was never closed")));
        cases.put("missing-import", crash(server(), 5, "NameError", "name 'socket' is not defined"));
        cases.put("undefined-name", crash(served(), 13, "NameError", "name 'reponse' is not defined"));
        cases.put(
                "module-shadowed",
                shows(
                        SERVER,
                        call("socket"),
                        server().scan(source().shadows("socket.py").build())
                                .uncaught(5, "AttributeError", "module 'socket' has no attribute 'socket'")));
        cases.put(
                "nothing-executed",
                shows(
                        SERVER,
                        call("socket"),
                        server().scan(source().onlyDefinitions()
                                        .function("main", 3, false)
                                        .build())
                                .exit(0)));
        cases.put(
                "call-without-parentheses",
                shows(
                        SERVER,
                        peerEnd(),
                        served().scan(source().bare("conn.close", 14).build())
                                .sendall(13, 2, REPLY)
                                .recv(10, 2, "")
                                .stuckIn(15, "accept")));
        cases.put(
                "str-not-bytes",
                crash(
                        served().raises(
                                        CallKind.SEND,
                                        13,
                                        2,
                                        "TypeError",
                                        "a bytes-like object is required, not 'str'"),
                        13,
                        "TypeError",
                        "a bytes-like object is required, not 'str'"));
        cases.put(
                "error-swallowed",
                shows(
                        SERVER,
                        received(REPLY),
                        served().raises(CallKind.SEND, 13, 2, "TypeError", "a bytes-like object is required, not 'str'")
                                .exit(0)));
        cases.put(
                "waits-for-keyboard",
                crash(server().scan(source().call("input", 2).build()), 2, "EOFError", "EOF when reading a line"));
        cases.put("crash", crash(served(), 12, "ZeroDivisionError", "division by zero"));
    }

    private static TimelineBuilder unbound() {
        return server().socket(5, 1, "SOCK_STREAM");
    }

    private static void addresses(Map<String, Case> cases) {
        cases.put(
                "bind-loopback-only",
                shows(
                        SERVER,
                        call("bind"),
                        unbound().bind(6, 1, "127.0.0.1", 8888).listen(7, 1).stuckIn(8, "accept")));
        cases.put(
                "bind-foreign-address",
                shows(
                        SERVER,
                        call("bind"),
                        unbound()
                                .refused(CallKind.BIND, 6, 1, ADDRESS_B, 8888, "EADDRNOTAVAIL", "OSError")
                                .uncaught(6, "OSError", "[Errno 99] Cannot assign requested address")));
        cases.put(
                "wrong-port",
                shows(
                        SERVER,
                        call("bind"),
                        unbound().bind(6, 1, "0.0.0.0", 8080).listen(7, 1).stuckIn(8, "accept")));
        String two = "socket.bind() takes exactly one argument (2 given)";
        cases.put(
                "address-not-tuple",
                crash(unbound().raises(CallKind.BIND, 6, 1, "TypeError", two), 6, "TypeError", two));
        String text = "'str' object cannot be interpreted as an integer";
        cases.put(
                "port-not-int", crash(unbound().raises(CallKind.BIND, 6, 1, "TypeError", text), 6, "TypeError", text));
        cases.put(
                "port-privileged",
                shows(
                        SERVER,
                        call("bind"),
                        unbound()
                                .refused(CallKind.BIND, 6, 1, "0.0.0.0", 80, "EACCES", "PermissionError")
                                .uncaught(6, "PermissionError", "[Errno 13] Permission denied")));
        String range = "bind(): port must be 0-65535.";
        cases.put(
                "port-out-of-range",
                crash(unbound().raises(CallKind.BIND, 6, 1, "OverflowError", range), 6, "OverflowError", range));
        cases.put("address-in-use", shows(SERVER, call("bind"), inUse()));
        cases.put(
                "reuseaddr-after-bind",
                shows(
                        SERVER,
                        call("bind"),
                        inUse().scan(source().call("s.bind", 6)
                                .call("s.setsockopt", 7, "socket.SOL_SOCKET", "socket.SO_REUSEADDR", "1")
                                .build())));
        cases.put(
                "host-hardcoded",
                shows(
                        CLIENT,
                        call("connect"),
                        client().peerListens(8888)
                                .socket(5, 1, "SOCK_STREAM")
                                .refused(
                                        CallKind.CONNECT,
                                        6,
                                        1,
                                        "127.0.0.1",
                                        8888,
                                        "ECONNREFUSED",
                                        "ConnectionRefusedError")
                                .uncaught(6, "ConnectionRefusedError", "[Errno 111] Connection refused")));
        String unknown = "[Errno -2] Name or service not known";
        cases.put(
                "name-unresolved",
                shows(
                        CLIENT,
                        call("connect"),
                        client().peerListens(8888)
                                .socket(5, 1, "SOCK_STREAM")
                                .raises(CallKind.CONNECT, 6, 1, "gaierror", unknown)
                                .uncaught(6, "gaierror", unknown)));
    }

    private static TimelineBuilder inUse() {
        return unbound()
                .refused(CallKind.BIND, 6, 1, "0.0.0.0", 8888, "EADDRINUSE", "OSError")
                .uncaught(6, "OSError", "[Errno 98] Address already in use");
    }

    private static void roles(Map<String, Case> cases) {
        cases.put(
                "missing-bind",
                shows(SERVER, call("bind"), unbound().listen(6, 1).stuckIn(7, "accept")));
        cases.put(
                "missing-listen",
                shows(
                        SERVER,
                        call("listen"),
                        unbound()
                                .bind(6, 1, "0.0.0.0", 8888)
                                .refused(CallKind.ACCEPT, 7, 1, "EINVAL", "OSError", "[Errno 22] Invalid argument")
                                .uncaught(7, "OSError", "[Errno 22] Invalid argument")));
        cases.put("missing-accept", shows(SERVER, call("accept"), listening().exit(0)));
        cases.put(
                "accept-not-unpacked",
                crash(accepted(), 10, "AttributeError", "'tuple' object has no attribute 'recv'"));
        String unconnected = "[Errno 107] Transport endpoint is not connected";
        cases.put(
                "used-listening-socket",
                crash(
                        accepted().refused(CallKind.RECV, 10, 1, "ENOTCONN", "OSError", unconnected),
                        10,
                        "OSError",
                        unconnected));
        cases.put(
                "roles-swapped",
                shows(
                        CLIENT,
                        call("connect"),
                        client().socket(5, 1, "SOCK_STREAM")
                                .bind(6, 1, "0.0.0.0", 8888)
                                .listen(7, 1)
                                .stuckIn(8, "accept")));
        cases.put(
                "udp-instead-of-tcp",
                shows(
                        SERVER,
                        call("socket"),
                        server().socket(5, 1, "SOCK_DGRAM")
                                .bind(6, 1, "0.0.0.0", 8888)
                                .exit(0)));
        cases.put(
                "tcp-instead-of-udp",
                shows(
                        UDP_SERVER,
                        call("socket"),
                        server().socket(5, 1, "SOCK_STREAM")
                                .bind(6, 1, "0.0.0.0", 8888)
                                .exit(0)));
        cases.put(
                "listen-on-udp",
                shows(
                        UDP_SERVER,
                        received(REPLY),
                        server().socket(5, 1, "SOCK_DGRAM")
                                .bind(6, 1, "0.0.0.0", 8888)
                                .refused(
                                        CallKind.LISTEN,
                                        7,
                                        1,
                                        "EOPNOTSUPP",
                                        "OSError",
                                        "[Errno 95] Operation not supported")
                                .uncaught(7, "OSError", "[Errno 95] Operation not supported")));
        cases.put(
                "double-bind",
                shows(
                        SERVER,
                        call("listen"),
                        unbound()
                                .bind(6, 1, "0.0.0.0", 8888)
                                .refused(CallKind.BIND, 7, 1, "EINVAL", "OSError", "[Errno 22] Invalid argument")
                                .uncaught(7, "OSError", "[Errno 22] Invalid argument")));
        cases.put(
                "connect-missing",
                shows(
                        CLIENT,
                        call("connect"),
                        client().socket(5, 1, "SOCK_STREAM")
                                .refused(CallKind.SEND, 6, 1, "EPIPE", "BrokenPipeError", "[Errno 32] Broken pipe")
                                .uncaught(6, "BrokenPipeError", "[Errno 32] Broken pipe")));
        cases.put(
                "recv-before-send", shows(CLIENT, received(REQUEST), connected().stuckIn(7, "recv")));
    }

    private static void exchange(Map<String, Case> cases) {
        cases.put("no-reply", shows(SERVER, received(REPLY), served().stuckIn(10, "recv")));
        cases.put(
                "reply-printed-not-sent",
                shows(SERVER, received(REPLY), served().stdout(REPLY + "\n").stuckIn(10, "recv")));
        cases.put("wrong-reply", shows(SERVER, received(REPLY), replies("Bonjour.")));
        cases.put("near-miss-reply", shows(SERVER, received(REPLY), replies("salut mec.")));
        String none = "recv() takes at least 1 argument (0 given)";
        cases.put(
                "recv-without-size",
                crash(accepted().raises(CallKind.RECV, 10, 2, "TypeError", none), 10, "TypeError", none));
        cases.put(
                "single-recv",
                shows(
                        CLIENT,
                        taken("abricotabricot"),
                        asked().scan(source().call("s.recv", 8).build())
                                .peer("send", "c1", "abricot")
                                .recv(8, 1, "abricot")
                                .close(9, 1)
                                .stdout("b'abricot'")
                                .exit(0)));
        cases.put(
                "recv-too-small",
                shows(
                        SERVER,
                        received(REPLY),
                        accepted()
                                .recv(10, 2, "bon", 3)
                                .sendall(13, 2, REPLY)
                                .recv(10, 2, "jou", 3)
                                .sendall(13, 2, REPLY)
                                .peer("receive", "c1", REPLY + REPLY)
                                .stuckIn(10, "recv")));
        cases.put(
                "messages-glued",
                shows(
                        SERVER,
                        received(REPLY + REPLY),
                        accepted()
                                .peer("send", "c1", "bonsoir")
                                .recv(10, 2, "bonjourbonsoir")
                                .sendall(13, 2, REPLY)
                                .peer("receive", "c1", REPLY)
                                .stuckIn(10, "recv")));
        cases.put(
                "partial-send-ignored",
                shows(
                        SERVER,
                        received(REPLY),
                        served().send(13, 2, "Salut", 10)
                                .peer("receive", "c1", "Salut")
                                .stuckIn(10, "recv")));
        String half = "'utf-8' codec can't decode byte 0xc3 in position 4: unexpected end of data";
        cases.put("split-utf8", crash(served(), 11, "UnicodeDecodeError", half));
        cases.put(
                "end-of-stream-ignored",
                shows(
                        SERVER,
                        ended(),
                        served().sendall(13, 2, REPLY)
                                .recv(10, 2, "")
                                .recv(10, 2, "")
                                .recv(10, 2, "")
                                .limit("spin")));
        cases.put(
                "udp-reply-to-constant",
                shows(
                        UDP_SERVER,
                        received(REPLY),
                        server().socket(5, 1, "SOCK_DGRAM")
                                .bind(6, 1, "0.0.0.0", 8888)
                                .peer("sendto", "c1", "bonjour")
                                .recvfrom(7, 1, "bonjour", ADDRESS_B, 40000)
                                .sendto(8, 1, REPLY, ADDRESS_B, 8888)
                                .stuckIn(7, "recv")));
        cases.put(
                "answer-not-printed",
                shows(
                        CLIENT,
                        wrote("abricot"),
                        asked().recv(8, 1, "abricot").close(9, 1).exit(0)));
        cases.put(
                "no-timeout",
                shows(
                        UDP_CLIENT,
                        ended(),
                        client().socket(5, 1, "SOCK_DGRAM")
                                .sendto(6, 1, REQUEST, ADDRESS_B, 8888)
                                .peer("lost", "c1", REQUEST)
                                .stuckIn(7, "recv")));
        cases.put(
                "canned-answer",
                shows(
                        CLIENT,
                        wrote("abricot"),
                        asked().scan(source().loopCall("s.recv", 8)
                                        .call("print", 10, "\"Le serveur a répondu b'Salut mec.'\"")
                                        .build())
                                .recv(8, 1, "abricot")
                                .recv(8, 1, "")
                                .close(9, 1)
                                .stdout("Le serveur a répondu b'Salut mec.'")
                                .exit(0)));
    }

    private static TimelineBuilder replies(String text) {
        return served().sendall(13, 2, text).peer("receive", "c1", text).stuckIn(10, "recv");
    }

    private static void life(Map<String, Case> cases) {
        cases.put(
                "missing-close",
                shows(
                        SERVER,
                        peerEnd(),
                        served().sendall(13, 2, REPLY).recv(10, 2, "").stuckIn(8, "accept")));
        cases.put(
                "closed-too-early",
                shows(
                        CLIENT,
                        taken("abricot"),
                        asked().scan(source().call("s.recv", 9).build())
                                .close(8, 1)
                                .exit(0)));
        cases.put(
                "used-after-close",
                crash(
                        served().sendall(13, 2, REPLY)
                                .close(14, 2)
                                .refused(CallKind.RECV, 10, 2, "EBADF", "OSError", "[Errno 9] Bad file descriptor"),
                        10,
                        "OSError",
                        "[Errno 9] Bad file descriptor"));
        cases.put(
                "closed-listening-socket-only",
                shows(
                        SERVER,
                        peerEnd(),
                        served().sendall(13, 2, REPLY)
                                .recv(10, 2, "")
                                .close(14, 1)
                                .stuckIn(15, "sleep")));
        cases.put(
                "one-message-only",
                shows(
                        SERVER,
                        received(REPLY + REPLY),
                        served().sendall(13, 2, REPLY)
                                .peer("receive", "c1", REPLY)
                                .close(14, 2)
                                .exit(0)));
        cases.put(
                "one-client-only",
                shows(
                        SERVER,
                        received(REPLY),
                        served().sendall(13, 2, REPLY)
                                .recv(10, 2, "")
                                .close(14, 2)
                                .peer("connect", "c2")
                                .exit(0)));
        cases.put(
                "dies-with-client",
                crash(
                        served().refused(
                                        CallKind.SEND,
                                        13,
                                        2,
                                        "ECONNRESET",
                                        "ConnectionResetError",
                                        "[Errno 104] Connection reset by peer"),
                        13,
                        "ConnectionResetError",
                        "[Errno 104] Connection reset by peer"));
        cases.put(
                "blocks-other-clients",
                shows(
                        SERVER,
                        received(REPLY),
                        listening()
                                .peer("connect", "c0")
                                .accept(8, 1, 2)
                                .peer("connect", "c1")
                                .peer("send", "c1", "bonjour")
                                .stuckIn(10, "recv")));
        cases.put(
                "never-ends",
                shows(
                        SERVER,
                        ended(),
                        served().sendall(13, 2, REPLY)
                                .recv(10, 2, "")
                                .close(14, 2)
                                .stuckIn(15, "sleep")));
        cases.put(
                "delegated",
                shows(
                        SERVER,
                        check(new Expectation.OwnCalls(List.of("socketserver"))),
                        listening()
                                .scan(source().imports("socketserver", 1).build())
                                .stuckIn(9, "poll")));
    }
}
