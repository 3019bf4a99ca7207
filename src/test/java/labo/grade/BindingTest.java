package labo.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;
import labo.lesson.Expectation;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.lesson.Scenario;
import labo.lesson.ScriptStep;
import labo.lesson.ScriptStep.Until;
import labo.lesson.Sign;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A scenario that uses names wherever it can, in every kind of step, expectation and match there is. */
final class BindingTest {
    private static final Payload NAME = new Payload(List.of(
            new Payload.Text("a${v}b"), new Payload.Hex("00ff"), new Payload.Repeated(new Payload.Text("${v}"), 3)));
    private static final EventPattern PATTERN =
            new EventPattern(View.CALL, "bind", Map.of("port", List.of("${v}", "8888")), Outcome.SUCCESS);
    private static final List<OctetMatch> MATCHES = List.of(
            new OctetMatch.Exact(NAME),
            new OctetMatch.Contains(NAME),
            new OctetMatch.OneOf(List.of(NAME, NAME)),
            new OctetMatch.Matches("^${v}$"),
            new OctetMatch.Nothing(),
            new OctetMatch.Not(new OctetMatch.Exact(NAME)));
    private static final OctetMatch EVERY_MATCH = new OctetMatch.All(MATCHES);
    private static final Scenario SCENARIO = new Scenario(
            "s1",
            "Titre",
            "",
            List.of("${v}"),
            NAME,
            Map.of("data.txt", NAME),
            Map.of(),
            List.of(
                    new ScriptStep.Start(),
                    new ScriptStep.Await(PATTERN),
                    new ScriptStep.AwaitExit(),
                    new ScriptStep.Restart(),
                    new ScriptStep.Connect("c1", "${v}", false, 9),
                    new ScriptStep.Listen("srv", "${v}"),
                    new ScriptStep.Accept("srv", "c2", true),
                    new ScriptStep.Send("c1", List.of(NAME, NAME), 5),
                    new ScriptStep.Receive("c1", new Until.AsManyAs(NAME), 7),
                    new ScriptStep.Receive("c1", new Until.Seen(NAME), null),
                    new ScriptStep.Receive("c1", new Until.Count(3), null),
                    new ScriptStep.Receive("c1", new Until.End(), null),
                    new ScriptStep.Receive("c1", new Until.Anything(), null),
                    new ScriptStep.Shutdown("c1"),
                    new ScriptStep.Close("c1"),
                    new ScriptStep.Reset("c1"),
                    new ScriptStep.Udp("u1", "${v}"),
                    new ScriptStep.Udp("u2", null),
                    new ScriptStep.SendTo("u1", NAME, "${v}"),
                    new ScriptStep.SendTo("u1", NAME, null),
                    new ScriptStep.ReceiveFrom("u1", true, 3),
                    new ScriptStep.Pause(3),
                    new ScriptStep.AwaitIdle(),
                    new ScriptStep.Stop()),
            Stream.of(
                            new Expectation.Happened(PATTERN, 1, 2),
                            new Expectation.InOrder(List.of(PATTERN, PATTERN)),
                            new Expectation.Received("c1", EVERY_MATCH),
                            new Expectation.Taken(EVERY_MATCH),
                            new Expectation.Wrote(true, EVERY_MATCH),
                            new Expectation.Said(EVERY_MATCH),
                            new Expectation.Ended(List.of(0), List.of("accept")),
                            new Expectation.NoCrash(),
                            new Expectation.OwnCalls(List.of("http")))
                    .map(BindingTest::check)
                    .toList());
    private static final Scenario BOUND = new Binding(Values.of(Map.of("v", "81"))).scenario(SCENARIO);

    private static CheckSpec check(Expectation expectation) {
        String id = expectation.getClass().getSimpleName();
        List<Sign> signs = List.of(new Sign("idee", List.of(expectation)));
        return new CheckSpec(id, "titre", 2, List.of("needed"), expectation, "indice", "message", signs);
    }

    /** All records and texts under {@code value}. */
    private static Stream<Object> within(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().flatMap(BindingTest::within);
        }
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(within(map.keySet()), within(map.values()));
        }
        if (value instanceof Record composed) {
            return Stream.concat(
                    Stream.of(composed),
                    Arrays.stream(composed.getClass().getRecordComponents())
                            .flatMap(component -> within(valueOf(component, composed))));
        }
        return Stream.ofNullable(value);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record composed) {
        try {
            return component.getAccessor().invoke(composed);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new LinkageError(component.getName(), hidden);
        }
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        return new HashSet<>(Arrays.asList(sealed.getPermittedSubclasses()));
    }

    @Test
    void noNameIsLeftAnywhere() {
        assertThat(within(SCENARIO).filter(text -> text.toString().contains("${")))
                .isNotEmpty();
        assertThat(within(BOUND).map(Object::toString)).noneMatch(text -> text.contains("${"));
    }

    @Test
    void everyKindOfStepExpectationAndMatchIsTriedHere() {
        Set<Class<?>> tried = new HashSet<>();
        within(SCENARIO).forEach(value -> tried.add(value.getClass()));
        for (Class<?> sealed :
                List.of(ScriptStep.class, Until.class, Expectation.class, OctetMatch.class, Payload.Part.class)) {
            assertThat(tried).containsAll(kindsOf(sealed));
        }
    }

    @Test
    void nothingButTheNamesIsChanged() {
        Payload literal = new Payload(List.of(new Payload.Hex("6138316200ff"), new Payload.Hex("383138313831")));
        assertThat(BOUND.stdin())
                .isNotNull()
                .satisfies(stdin -> assertThat(stdin.octets()).isEqualTo(literal.octets()));
        assertThat(BOUND.script()).hasSameSizeAs(SCENARIO.script());
        assertThat(BOUND.script().get(4)).isEqualTo(new ScriptStep.Connect("c1", "81", false, 9));
        assertThat(BOUND.script().get(17)).isEqualTo(new ScriptStep.Udp("u2", null));
        assertThat(BOUND.checks())
                .extracting(CheckSpec::id)
                .containsExactlyElementsOf(
                        SCENARIO.checks().stream().map(CheckSpec::id).toList());
        assertThat(BOUND.arguments()).containsExactly("81");
        assertThat(BOUND.files()).containsOnlyKeys("data.txt");
    }

    @Test
    void aScenarioWithoutNamesMeansTheSameAfterwards() {
        assertThat(new Binding(Values.of(Map.of())).scenario(BOUND)).isEqualTo(BOUND);
    }
}
