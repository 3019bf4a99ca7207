package labo.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import org.jspecify.annotations.Nullable;

/** Reads what a check or an aim looks for. */
final class Expectations {
    private static final List<String> OTHERS =
            List.of("order", "received", "taken", "stdout", "stderr", "output", "ended", "no-crash", "own-calls");
    private static final List<String> KEYS =
            Stream.concat(Patterns.VIEWS.stream(), OTHERS.stream()).toList();
    private static final int MOST_TIMES = 100_000;

    private Expectations() {}

    /** The one expectation among the keys of {@code owner}. */
    static Optional<Expectation> read(Section owner, Scope scope) {
        return owner.oneOf(KEYS).flatMap(key -> owner.value(key).map(value -> expectation(key, value, owner, scope)));
    }

    /** A block that holds one expectation and nothing else. */
    static Optional<Expectation> alone(Value value, Scope scope) {
        Section section = value.section();
        Optional<Expectation> expectation = read(section, scope);
        section.finish();
        return expectation;
    }

    private static Expectation expectation(String key, Value value, Section owner, Scope scope) {
        Names names = scope.names();
        return switch (key) {
            case "order" -> inOrder(owner, scope);
            case "received" -> received(value, scope);
            case "taken" -> new Expectation.Taken(Octets.match(value, names));
            case "stdout" -> new Expectation.Wrote(false, Octets.match(value, names));
            case "stderr" -> new Expectation.Wrote(true, Octets.match(value, names));
            case "output" -> new Expectation.Said(Octets.match(value, names));
            case "ended" -> ended(value);
            case "no-crash" -> noCrash(owner);
            case "own-calls" -> ownCalls(owner);
            default -> happened(key, value, owner, scope);
        };
    }

    private static Expectation happened(String key, Value value, Section owner, Scope scope) {
        if (!value.isSection()) {
            return new Expectation.Happened(Patterns.read(key, owner, scope), 1, null);
        }
        Section section = value.section();
        Integer least = section.optionalNumber("at-least", 0, MOST_TIMES);
        Integer most = section.optionalNumber("at-most", 0, MOST_TIMES);
        EventPattern pattern = Patterns.pattern(key, section, scope);
        section.finish();
        if (least != null && most != null && least > most) {
            section.problems().error(section.line("at-least"), Fault.RANGE_EMPTY, least, most);
        }
        return new Expectation.Happened(pattern, least == null ? usualLeast(most) : least, most);
    }

    // "At most none" asks for none; otherwise once is meant.
    private static int usualLeast(@Nullable Integer most) {
        return most != null && most == 0 ? 0 : 1;
    }

    private static Expectation inOrder(Section owner, Scope scope) {
        return new Expectation.InOrder(owner.filledList("order").stream()
                .flatMap(item -> Patterns.alone(item, scope).stream())
                .toList());
    }

    private static Expectation received(Value value, Scope scope) {
        Section section = value.section();
        Optional<Value> by = section.required("by");
        by.ifPresent(scope::checkEndpoint);
        Expectation received =
                new Expectation.Received(by.map(Value::rawText).orElse(""), Octets.match(section, scope.names()));
        section.finish();
        return received;
    }

    private static Expectation ended(Value value) {
        Section section = value.section();
        List<Integer> codes = section.list("codes").stream()
                .map(code -> code.wholeNumber(0, 255))
                .toList();
        List<String> waiting = section.list("or-waiting").stream()
                .map(Expectations::waitingCall)
                .toList();
        if (codes.isEmpty() && waiting.isEmpty()) {
            section.required("codes");
        }
        section.finish();
        return new Expectation.Ended(codes, waiting);
    }

    private static String waitingCall(Value value) {
        String call = value.text();
        List<String> known = List.of("accept", "recv", "send", "connect", "poll");
        if (!call.isBlank() && !known.contains(call)) {
            value.problems().unknownWord(value.line(), Fault.WORD_UNKNOWN, Fault.WORD_UNKNOWN_SUGGESTION, call, known);
        }
        return call;
    }

    private static Expectation ownCalls(Section owner) {
        return new Expectation.OwnCalls(
                owner.filledList("own-calls").stream().map(Value::text).toList());
    }

    private static Expectation noCrash(Section owner) {
        owner.mustBeTrue("no-crash");
        return new Expectation.NoCrash();
    }
}
