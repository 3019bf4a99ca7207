package labo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.lesson.EventPattern;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import labo.lesson.ScriptStep.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlayStepTest {
    private static final Payload SALUT = Payload.text("Salut");

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(new ScriptStep.Connect("c1", "8888", true, null), """
                        {"do": "connect", "as": "c1", "port": 8888, "reading": "eager"}"""),
                Arguments.of(new ScriptStep.Connect("c1", " 8888 ", false, 2048), """
                        {"do": "connect", "as": "c1", "port": 8888, "reading": "manual", "receiveBuffer": 2048}"""),
                Arguments.of(new ScriptStep.Listen("srv", "8888"), """
                        {"do": "listen", "as": "srv", "port": 8888}"""),
                Arguments.of(new ScriptStep.Accept("srv", "c1", true), """
                        {"do": "accept", "as": "c1", "on": "srv", "reading": "eager"}"""),
                Arguments.of(new ScriptStep.Send("c1", List.of(SALUT, Payload.text("é")), 20), """
                        {"do": "send", "as": "c1", "pieces": ["U2FsdXQ=", "w6k="], "pauseMs": 20}"""),
                Arguments.of(new ScriptStep.Receive("c1", new Until.AsManyAs(SALUT), null), """
                        {"do": "receive", "as": "c1", "bytes": 5}"""),
                Arguments.of(new ScriptStep.Receive("c1", new Until.Count(7), 100), """
                        {"do": "receive", "as": "c1", "withinMs": 100, "bytes": 7}"""),
                Arguments.of(new ScriptStep.Receive("c1", new Until.Seen(SALUT), null), """
                        {"do": "receive", "as": "c1", "until": "U2FsdXQ="}"""),
                Arguments.of(new ScriptStep.Receive("c1", new Until.End(), null), """
                        {"do": "receive", "as": "c1", "end": true}"""),
                Arguments.of(new ScriptStep.Receive("c1", new Until.Anything(), null), """
                        {"do": "receive", "as": "c1", "any": true}"""),
                Arguments.of(new ScriptStep.Shutdown("c1"), """
                        {"do": "shutdown", "as": "c1"}"""),
                Arguments.of(new ScriptStep.Close("c1"), """
                        {"do": "close", "as": "c1"}"""),
                Arguments.of(new ScriptStep.Reset("c1"), """
                        {"do": "reset", "as": "c1"}"""),
                Arguments.of(new ScriptStep.Udp("u1", "8888"), """
                        {"do": "udp", "as": "u1", "port": 8888}"""),
                Arguments.of(new ScriptStep.Udp("u1", null), """
                        {"do": "udp", "as": "u1"}"""),
                Arguments.of(new ScriptStep.SendTo("u1", SALUT, "8888"), """
                        {"do": "sendto", "as": "u1", "data": "U2FsdXQ=", "port": 8888}"""),
                Arguments.of(new ScriptStep.SendTo("u1", SALUT, null), """
                        {"do": "sendto", "as": "u1", "data": "U2FsdXQ=", "reply": true}"""),
                Arguments.of(new ScriptStep.ReceiveFrom("u1", false, null), """
                        {"do": "recvfrom", "as": "u1"}"""),
                Arguments.of(new ScriptStep.ReceiveFrom("u1", true, 300), """
                        {"do": "recvfrom", "as": "u1", "lose": true, "withinMs": 300}"""),
                Arguments.of(new ScriptStep.Pause(300), """
                        {"do": "pause", "ms": 300}"""));
    }

    private static Stream<ScriptStep> ownSteps() {
        return Stream.of(
                new ScriptStep.Start(),
                new ScriptStep.Restart(),
                new ScriptStep.Await(EventPattern.call("listen")),
                new ScriptStep.Stop(),
                new ScriptStep.AwaitIdle(),
                new ScriptStep.AwaitExit());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepIsWrittenAsTheProtocolHasIt(ScriptStep step, String json) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.<com.fasterxml.jackson.databind.JsonNode>valueToTree(
                        PlayStep.of(step).orElseThrow()))
                .isEqualTo(mapper.readTree(json));
    }

    @ParameterizedTest
    @MethodSource("ownSteps")
    void whatTheLabDoesItselfIsNotPlayed(ScriptStep step) {
        assertThat(PlayStep.of(step)).isEmpty();
    }

    @Test
    void noStepIsForgottenHere() {
        Set<Class<?>> known = Stream.concat(steps().map(row -> row.get()[0]), ownSteps())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(known).containsExactlyInAnyOrderElementsOf(Arrays.asList(ScriptStep.class.getPermittedSubclasses()));
    }
}
