package labo.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import labo.lesson.Exercise;
import labo.observe.CallKind;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Timeline;
import labo.observe.TimelineBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One statement at the live prompt, after others. */
final class StatementTest {
    private static final String FILE = "<console>";
    private static final String METHOD = "<built-in method accept of socket object at 0x7f>";
    private static final double LATER = 2_000;

    private static TimelineBuilder console() {
        return TimelineBuilder.program(FILE);
    }

    private static Evaluated evaluated(@Nullable String value, @Nullable String exception, @Nullable String message) {
        return new Evaluated(LATER, 2, value, exception, message, null, List.of());
    }

    private static Evaluated quietly() {
        return evaluated(null, null, null);
    }

    /** The statement's own events are those of {@code whole} that {@code before} has not. */
    private static Optional<Diagnosis> explain(
            Exercise.Role role, String source, Timeline before, Timeline whole, Evaluated end) {
        List<Event> events = new ArrayList<>(
                whole.events().subList(before.events().size(), whole.events().size()));
        events.add(end);
        return new Diagnostician()
                .explainStatement(source, before, new Timeline(whole.facts(), whole.ending(), events), role);
    }

    private static Optional<Diagnosis> explain(String source, Evaluated end) {
        Timeline nothing = console().build();
        return explain(Exercise.Role.SERVER, source, nothing, nothing, end);
    }

    private static Optional<String> idOf(Optional<Diagnosis> diagnosis) {
        return diagnosis.map(Diagnosis::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.accept", "conn, addr = s.accept", "  s.accept  ", "x.y.accept", "conn = s.accept"})
    void aMethodThatIsNamedAndNotCalledIsNamed(String source) {
        Optional<Diagnosis> diagnosis = explain(source, evaluated(METHOD, null, null));
        assertThat(idOf(diagnosis)).contains("call-without-parentheses");
        assertThat(diagnosis.orElseThrow().happened()).contains("accept");
        assertThat(diagnosis.orElseThrow().line()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.accept  | <bound method socket.accept of <socket.socket fd=3>>",
                "s.accept  | <built-in method accept of socket.socket object at 0x7f>",
                "s.close   | <bound method socket.close <x>"
            })
    void aMethodIsKnownByWhatPythonShowsOfIt(String source, String value) {
        assertThat(idOf(explain(source, evaluated(value, null, null)))).contains("call-without-parentheses");
    }

    @Test
    void aMethodThatCannotBeUnpackedIsKnownByTheMessage() {
        Evaluated end = evaluated(null, "TypeError", "cannot unpack non-iterable builtin_function_or_method object");
        assertThat(idOf(explain("conn, addr = s.accept", end))).contains("call-without-parentheses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s.family     | <AddressFamily.AF_INET: 2>",
                "s            | <socket.socket fd=3>",
                "s.accept()   | <built-in method accept of socket object>",
                "print(s.x)   | <built-in method accept of socket object>",
                "'s.accept'   | 's.accept'"
            })
    void whatNamesNoMethodOrCallsItIsNoMisconception(String source, String value) {
        assertThat(explain(source, evaluated(value, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SyntaxError", "IndentationError", "TabError"})
    void whatIsNoPythonIsNamed(String exception) {
        Optional<Diagnosis> diagnosis = explain("s.bind((", evaluated(null, exception, "'(' was never closed"));
        assertThat(idOf(diagnosis)).contains("syntax-error");
        assertThat(diagnosis.orElseThrow().happened()).contains("'(' was never closed");
    }

    @Test
    void anotherErrorIsNoSyntaxError() {
        assertThat(idOf(explain("s.bind(x)", evaluated(null, "NameError", "name 'x' is not defined"))))
                .contains("undefined-name");
    }

    @Test
    void anErrorIsLookedForWhereTheCallRaisedIt() {
        Timeline before = console().socket(1, 1, "SOCK_STREAM").build();
        Timeline whole = console()
                .socket(1, 1, "SOCK_STREAM")
                .raises(CallKind.BIND, 1, 1, "TypeError", "'str' object cannot be interpreted as an integer")
                .build();
        Optional<Diagnosis> diagnosis = explain(
                Exercise.Role.SERVER,
                "s.bind(('', '8888'))",
                before,
                whole,
                evaluated(null, "TypeError", "'str' object cannot be interpreted as an integer"));
        assertThat(idOf(diagnosis)).contains("port-not-int");
        assertThat(diagnosis.orElseThrow().line()).isEqualTo(1);
        assertThat(diagnosis.orElseThrow().file()).isEqualTo(FILE);
    }

    private static Optional<Diagnosis> listens(Exercise.Role role, boolean boundBefore, boolean boundNow) {
        TimelineBuilder first = console().socket(1, 1, "SOCK_STREAM");
        TimelineBuilder all = console().socket(1, 1, "SOCK_STREAM");
        if (boundBefore) {
            first.bind(1, 1, "0.0.0.0", 8888);
            all.bind(1, 1, "0.0.0.0", 8888);
        }
        if (boundNow) {
            all.bind(1, 1, "0.0.0.0", 8888);
        }
        return explain(role, "s.listen()", first.build(), all.listen(1, 1).build(), quietly());
    }

    @Test
    void aListenWithoutABindIsNamedAtOnce() {
        Optional<Diagnosis> diagnosis = listens(Exercise.Role.SERVER, false, false);
        assertThat(idOf(diagnosis)).contains("missing-bind");
        assertThat(diagnosis.orElseThrow().line()).isEqualTo(1);
    }

    @Test
    void aBindBeforeItOrInItIsEnough() {
        assertThat(listens(Exercise.Role.SERVER, true, false)).isEmpty();
        assertThat(listens(Exercise.Role.SERVER, false, true)).isEmpty();
    }

    @Test
    void aBindOfAnotherSocketOrARefusedOneIsNotEnough() {
        Timeline before = console()
                .socket(1, 1, "SOCK_STREAM")
                .socket(1, 2, "SOCK_STREAM")
                .bind(1, 2, "0.0.0.0", 8888)
                .refused(CallKind.BIND, 1, 1, "EADDRINUSE", "OSError", "[Errno 98] Address already in use")
                .build();
        Timeline whole = console()
                .socket(1, 1, "SOCK_STREAM")
                .socket(1, 2, "SOCK_STREAM")
                .bind(1, 2, "0.0.0.0", 8888)
                .refused(CallKind.BIND, 1, 1, "EADDRINUSE", "OSError", "[Errno 98] Address already in use")
                .listen(1, 1)
                .build();
        assertThat(idOf(explain(Exercise.Role.SERVER, "s.listen()", before, whole, quietly())))
                .contains("missing-bind");
    }

    @Test
    void aClientIsNotToldToBind() {
        assertThat(listens(Exercise.Role.CLIENT, false, false)).isEmpty();
    }

    @Test
    void aBindThatWorksButReachesNobodyIsNamed() {
        Timeline before = console().socket(1, 1, "SOCK_STREAM").build();
        Timeline whole = console()
                .socket(1, 1, "SOCK_STREAM")
                .bind(1, 1, "127.0.0.1", 8888)
                .build();
        assertThat(idOf(explain(Exercise.Role.SERVER, "s.bind(('127.0.0.1', 8888))", before, whole, quietly())))
                .contains("bind-loopback-only");
    }

    /** A whole program that binds another port is wrong; at the prompt it is an experiment. */
    @Test
    void whatOnlyAWholeProgramCanGetWrongIsNotNamed() {
        Timeline before = console().socket(1, 1, "SOCK_STREAM").build();
        Timeline whole = console()
                .socket(1, 1, "SOCK_STREAM")
                .bind(1, 1, "0.0.0.0", 9999)
                .build();
        assertThat(explain(Exercise.Role.SERVER, "s.bind(('', 9999))", before, whole, quietly()))
                .isEmpty();
    }

    @Test
    void aFaultBeforeItIsNoLongerOfInterest() {
        Timeline before = console()
                .socket(1, 1, "SOCK_STREAM")
                .bind(1, 1, "127.0.0.1", 8888)
                .uncaught(1, "NameError", "name 'x' is not defined")
                .build();
        assertThat(explain(Exercise.Role.SERVER, "1 + 1", before, before, quietly()))
                .isEmpty();
    }
}
