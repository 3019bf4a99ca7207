package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Endpoint;
import labo.observe.Entered;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Octets;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Scan;
import labo.observe.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Optional<Event> decode(String json) {
        try {
            return EventDecoder.decode(JSON.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static <E extends Event> E read(Class<E> type, String json) {
        return type.cast(decode(json).orElseThrow(() -> new AssertionError("not read: " + json)));
    }

    @Test
    void readsAKernelsCallThatSucceeded() {
        Call call = read(Call.class, """
                {'t': 10.5, 'source': 'kernel', 'kind': 'accept', 'start': 10.25, 'end': 10.5, 'call': 'accept4',
                 'process': 12, 'thread': 13, 'fd': 3, 'socket': 1, 'result': 4, 'accepted': 2, 'acceptedFd': 4,
                 'address': {'host': '10.7.0.12', 'port': 40000}}""");

        assertThat(call.source()).isEqualTo(Source.KERNEL);
        assertThat(call.callKind()).isEqualTo(CallKind.ACCEPT);
        assertThat(call.method()).isEqualTo("accept4");
        assertThat(List.of(call.time(), call.start(), call.end())).containsExactly(10.5, 10.25, 10.5);
        assertThat(List.of(call.process(), call.thread())).containsExactly(12, 13);
        assertThat(call.fd()).isEqualTo(3);
        assertThat(call.socket()).isEqualTo(1);
        assertThat(call.result()).isEqualTo(4L);
        assertThat(call.succeeded()).isTrue();
        assertThat(call.arguments().accepted()).isEqualTo(2);
        assertThat(call.arguments().acceptedFd()).isEqualTo(4);
        assertThat(call.arguments().address()).isEqualTo(new Endpoint("10.7.0.12", 40000));
    }

    @Test
    void readsAKernelsCallThatFailed() {
        Call call = read(Call.class, """
                {'t': 1, 'source': 'kernel', 'kind': 'bind', 'start': 1, 'end': 2, 'call': 'bind', 'process': 1,
                 'thread': 1, 'fd': 3, 'socket': 1, 'errno': 'EADDRINUSE', 'address': {'host': '', 'port': 8888}}""");

        assertThat(call.errno()).isEqualTo("EADDRINUSE");
        assertThat(call.result()).isNull();
        assertThat(call.succeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket",
                "bind",
                "listen",
                "accept",
                "connect",
                "send",
                "recv",
                "shutdown",
                "close",
                "setsockopt"
            })
    void knowsEveryKindOfCallOfBothSources(String kind) {
        for (String source : List.of("kernel", "code")) {
            Call call = read(Call.class, "{'t': 1, 'source': '" + source + "', 'kind': '" + kind + "'}");
            assertThat(call.kind()).isEqualTo(kind);
            assertThat(call.source().term()).isEqualTo(source);
        }
    }

    @Test
    void readsACallOfTheCodeWithItsLine() {
        Call call = read(Call.class, """
                {'t': 1, 'source': 'code', 'kind': 'send', 'method': 'sendall', 'file': 'server.py', 'line': 12,
                 'exception': 'TypeError', 'message': 'a bytes-like object is required', 'data': 'AP8=', 'length': 2}""");

        assertThat(call.method()).isEqualTo("sendall");
        assertThat(call.line()).isEqualTo(new CodeLine("server.py", 12));
        assertThat(call.exception()).isEqualTo("TypeError");
        assertThat(call.message()).isEqualTo("a bytes-like object is required");
        assertThat(call.arguments().data()).isEqualTo(Octets.of(new byte[] {0, (byte) 0xFF}));
        assertThat(call.arguments().length()).isEqualTo(2);
    }

    @Test
    void readsAnOptionsValueWhetherNumberOrText() {
        assertThat(read(Call.class, "{'t': 1, 'source': 'kernel', 'kind': 'setsockopt', 'value': 1}")
                        .arguments()
                        .value())
                .isEqualTo("1");
        assertThat(read(Call.class, "{'t': 1, 'source': 'kernel', 'kind': 'setsockopt', 'value': 'x'}")
                        .arguments()
                        .value())
                .isEqualTo("x");
    }

    @Test
    void readsWhatTheInterpreterSays() {
        assertThat(decode("{'t': 1, 'source': 'code', 'kind': 'entered', 'method': 'accept', 'file': 's.py', 'line': 3,"
                        + " 'fd': 4, 'thread': 9}"))
                .contains(new Entered(1, "accept", 9, 4, new CodeLine("s.py", 3)));
        assertThat(decode("{'t': 1, 'source': 'code', 'kind': 'exception', 'exception': 'OSError', 'message': 'm',"
                        + " 'file': 's.py', 'line': 3, 'text': 'x()', 'threadName': 'T', 'frames': []}"))
                .contains(new Raised(1, "OSError", "m", new CodeLine("s.py", 3), "x()"));
        assertThat(decode("{'t': 1, 'source': 'code', 'kind': 'evaluated', 'statement': 2, 'value': '3',"
                        + " 'names': [{'name': 's', 'socket': 1, 'fd': 3, 'closed': false}]}"))
                .contains(
                        new Evaluated(1, 2, "3", null, null, null, List.of(new Evaluated.BoundName("s", 1, 3, false))));
    }

    @Test
    void readsAScan() {
        Scan scan = read(Scan.class, """
                {'t': 1, 'source': 'code', 'kind': 'scan', 'imports': [{'name': 'socket', 'line': 1}],
                 'functions': [{'name': 'main', 'line': 3, 'called': true}], 'bare': [{'text': 'conn.close', 'line': 9}],
                 'calls': [{'name': 's.bind', 'line': 4, 'arguments': ['(\\\\'\\\\', 8888)'], 'inLoop': true, 'function': 'main'}],
                 'handlers': [{'line': 5, 'types': ['OSError'], 'body': 'pass', 'swallows': true}],
                 'assignments': [{'target': 'data', 'value': 'conn.recv(10)', 'line': 7}],
                 'constants': [{'text': 'Salut mec.', 'line': 8}], 'shadows': ['socket.py'], 'onlyDefinitions': true}""".replace("\\\\'", ""));

        assertThat(scan.imports()).containsExactly(new Scan.Named("socket", 1));
        assertThat(scan.functions()).containsExactly(new Scan.Function("main", 3, true));
        assertThat(scan.bare()).containsExactly(new Scan.Named("conn.close", 9));
        assertThat(scan.calls()).containsExactly(new Scan.Invocation("s.bind", 4, List.of("(, 8888)"), true, "main"));
        assertThat(scan.handlers()).containsExactly(new Scan.Handler(5, List.of("OSError"), "pass", true));
        assertThat(scan.assignments()).containsExactly(new Scan.Assignment("data", "conn.recv(10)", 7));
        assertThat(scan.constants()).containsExactly(new Scan.Named("Salut mec.", 8));
        assertThat(scan.shadows()).containsExactly("socket.py");
        assertThat(scan.onlyDefinitions()).isTrue();
        assertThat(scan.fault()).isNull();
    }

    @Test
    void readsAScanOfWhatIsNotPython() {
        Scan scan = read(
                Scan.class,
                "{'t': 1, 'source': 'code', 'kind': 'scan',"
                        + " 'error': {'message': 'invalid syntax', 'line': 2, 'offset': 5, 'text': 'a b'}}");
        assertThat(scan.fault()).isEqualTo(new Scan.Fault("invalid syntax", 2, 5, "a b"));
    }

    @Test
    void readsTheProgramsLife() {
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'started', 'process': 12}"))
                .contains(new ProgramEvent.Started(1, 12));
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'stdout', 'data': 'QQ=='}"))
                .contains(new ProgramEvent.Wrote(1, false, Octets.utf8("A")));
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'stderr', 'data': 'QQ=='}"))
                .contains(new ProgramEvent.Wrote(1, true, Octets.utf8("A")));
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'limit', 'name': 'cpu', 'value': 2000}"))
                .contains(new ProgramEvent.LimitHit(1, "cpu", 2000));
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'exit', 'signal': 'SIGKILL', 'stopped': true}"))
                .contains(new ProgramEvent.Exited(1, null, "SIGKILL", true));
        assertThat(decode("{'t': 1, 'source': 'program', 'kind': 'exit', 'code': 1, 'stopped': false, 'cpuMs': 4}"))
                .contains(new ProgramEvent.Exited(1, 1, null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect",
                "listen",
                "accept",
                "send",
                "receive",
                "end",
                "reset",
                "shutdown",
                "close",
                "sendto",
                "recvfrom",
                "lost",
                "unreachable"
            })
    void knowsEveryKindOfPeerEvent(String kind) {
        PeerEvent event = read(
                PeerEvent.class,
                "{'t': 1, 'source': 'peer', 'kind': '" + kind
                        + "', 'as': 'c1', 'errno': 'E', 'data': 'QQ==', 'length': 1,"
                        + " 'local': {'host': 'b', 'port': 1}, 'remote': {'host': 'a', 'port': 2}}");
        assertThat(event)
                .isEqualTo(new PeerEvent(
                        1, kind, "c1", "E", new Endpoint("b", 1), new Endpoint("a", 2), Octets.utf8("A"), 1));
    }

    @Test
    void readsAPacket() {
        assertThat(decode("""
                        {'t': 1, 'kind': 'packet', 'proto': 'tcp', 'source': {'host': 'b', 'port': 1},
                         'destination': {'host': 'a', 'port': 2}, 'flags': 'SYN ACK', 'sequence': 4294967295,
                         'acknowledgement': 7, 'window': 9, 'length': 1, 'data': 'QQ=='}"""))
                .contains(new Packet(
                        1,
                        "tcp",
                        new Endpoint("b", 1),
                        new Endpoint("a", 2),
                        Set.of("SYN", "ACK"),
                        4294967295L,
                        7L,
                        1,
                        Octets.utf8("A"),
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{}",
                "{'t': 1, 'source': 'kernel'}",
                "{'source': 'kernel', 'kind': 'bind'}",
                "{'t': 'noon', 'source': 'kernel', 'kind': 'bind'}",
                "{'t': 1, 'source': 'kernel', 'kind': 'levitate'}",
                "{'t': 1, 'source': 'oracle', 'kind': 'bind'}",
                "{'t': 1, 'source': 'kernel', 'kind': 'bind', 'fd': 'three'}",
                "{'t': 1, 'source': 'kernel', 'kind': 'bind', 'fd': 99999999999}",
                "{'t': 1, 'source': 'kernel', 'kind': 'bind', 'address': 'here'}",
                "{'t': 1, 'source': 'kernel', 'kind': 'send', 'data': '*'}",
                "{'t': 1, 'source': 'code', 'kind': 'entered'}",
                "{'t': 1, 'source': 'code', 'kind': 'scan', 'imports': [1]}",
                "{'t': 1, 'source': 'code', 'kind': 'scan', 'shadows': [{}]}",
                "{'t': 1, 'source': 'program', 'kind': 'stdout'}",
                "{'t': 1, 'source': 'program', 'kind': 'exit', 'stopped': 'yes'}",
                "{'t': 1, 'source': 'peer', 'kind': 'receive'}",
                "{'t': 1, 'source': 'wire', 'kind': 'packet', 'proto': 'tcp'}",
            })
    void passesOverWhatIsUnknownOrMalformed(String json) {
        assertThat(decode(json)).isEmpty();
    }
}
