package labo.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import labo.lesson.EventPattern;
import labo.lesson.EventPattern.Outcome;
import labo.lesson.EventPattern.View;

/** Reads descriptions of events: {@code call: listen}, {@code peer: {kind: accept, as: c1}} and so on. */
final class Patterns {
    /** The keys under which a description stands, in the order of the documentation. */
    static final List<String> VIEWS = List.of("call", "code", "peer", "packet", "program");

    /** Calls on sockets. */
    static final List<String> CALLS =
            List.of("socket", "bind", "listen", "accept", "connect", "send", "recv", "shutdown", "close", "setsockopt");

    static final List<String> CODES = List.of(
            "socket",
            "bind",
            "listen",
            "accept",
            "connect",
            "send",
            "recv",
            "shutdown",
            "close",
            "setsockopt",
            "entered",
            "exception",
            "evaluated");
    static final List<String> PEERS = List.of(
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
            "unreachable");
    static final List<String> PROGRAMS = List.of("started", "stdout", "stderr", "limit", "exit", "evaluated");

    // How often is asked by a check alone; those keys are taken before the details are read.
    private static final Set<String> COUNTS = Set.of("at-least", "at-most");

    private Patterns() {}

    /** The description under {@code key}, one of {@link #VIEWS}, of {@code owner}. */
    static EventPattern read(String key, Section owner, Scope scope) {
        return owner.value(key)
                .map(value -> pattern(key, value, scope))
                .orElse(new EventPattern(View.CALL, "", Map.of(), Outcome.ANY));
    }

    /** A block that holds one description and nothing else. */
    static Optional<EventPattern> alone(Value value, Scope scope) {
        Section section = value.section();
        Optional<EventPattern> pattern = section.oneOf(VIEWS).map(key -> read(key, section, scope));
        section.finish();
        return pattern;
    }

    private static EventPattern pattern(String key, Value value, Scope scope) {
        if (value.isText()) {
            return new EventPattern(view(key), kind(key, value), Map.of(), usualOutcome(key));
        }
        Section section = value.section();
        EventPattern pattern = pattern(key, section, scope);
        section.finish();
        return pattern;
    }

    /** The description in {@code section}; keys that were asked for before are none of its details. */
    static EventPattern pattern(String key, Section section, Scope scope) {
        String kind = key.equals("packet")
                ? section.value("kind").map(value -> kind(key, value)).orElse("packet")
                : section.required("kind").map(value -> kind(key, value)).orElse("");
        Outcome outcome = section.has("outcome")
                ? Outcome.valueOf(section.word("outcome", List.of("success", "failure", "any"))
                        .toUpperCase(java.util.Locale.ROOT))
                : usualOutcome(key);
        if (key.equals("peer")) {
            section.value("as").ifPresent(scope::checkEndpoint);
        }
        return new EventPattern(view(key), kind, details(key, kind, section, scope), outcome);
    }

    private static Map<String, List<String>> details(String key, String kind, Section section, Scope scope) {
        Map<String, List<String>> with = new LinkedHashMap<>();
        List<String> known = Details.of(key, kind);
        if (known.contains("as")) {
            section.value("as").ifPresent(as -> with.put("as", List.of(as.literal())));
        }
        section.rest().forEach((name, value) -> {
            if (COUNTS.contains(name)) {
                section.problems().error(section.line(name), Fault.COUNT_MISPLACED, name);
            } else if (!known.contains(name) && kinds(key).contains(kind)) {
                section.problems()
                        .unknownWord(
                                section.line(name), Fault.DETAIL_UNKNOWN, Fault.DETAIL_UNKNOWN_SUGGESTION, name, known);
            }
            with.put(
                    name,
                    value.listOrOne().stream()
                            .map(item -> item.literalTemplate(scope.names()))
                            .toList());
        });
        return with;
    }

    private static String kind(String key, Value value) {
        String kind = value.text();
        List<String> known = kinds(key);
        if (!kind.isBlank() && !known.contains(kind)) {
            value.problems().unknownWord(value.line(), Fault.WORD_UNKNOWN, Fault.WORD_UNKNOWN_SUGGESTION, kind, known);
        }
        return kind;
    }

    private static List<String> kinds(String key) {
        return switch (key) {
            case "call" -> CALLS;
            case "code" -> CODES;
            case "peer" -> PEERS;
            case "packet" -> List.of("packet");
            default -> PROGRAMS;
        };
    }

    // A packet or a line of output neither succeeds nor fails.
    private static Outcome usualOutcome(String key) {
        return key.equals("packet") || key.equals("program") ? Outcome.ANY : Outcome.SUCCESS;
    }

    private static View view(String key) {
        return View.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
}
