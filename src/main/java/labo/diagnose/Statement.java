package labo.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.lesson.CheckSpec;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Evaluated;
import labo.observe.Event;
import labo.observe.Raised;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the live prompt, seen as a program of one line: what went before it is what the learner has set up, and
 * its faults are no longer of interest.
 *
 * @param source as typed
 * @param before what was observed before it
 * @param during what was observed since it began
 */
record Statement(String source, Timeline before, Timeline during) {
    /** The port that the course is about. */
    /** The name that the live prompt's source goes by. */
    private static final String CONSOLE = "<console>";

    private static final int PORT = 8888;

    /** What a statement that raised nothing may still show. */
    private static final Set<String> WITHOUT_FAULT =
            Set.of("call-without-parentheses", "bind-loopback-only", "missing-bind", "listen-on-udp");

    /** What only a server is told: a client has nothing to listen with. */
    private static final Set<String> OF_SERVERS = Set.of("missing-bind", "missing-listen");

    /** What tells of a whole program, and is no sentence for one statement. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "nothing-executed",
            "error-swallowed",
            "module-shadowed",
            "roles-swapped",
            "udp-instead-of-tcp",
            "tcp-instead-of-udp",
            "wrong-port",
            "missing-close",
            "closed-too-early",
            "missing-accept",
            "connect-missing",
            "canned-answer");

    private static final Pattern METHOD =
            Pattern.compile("<(?:built-in|bound) method (?:\\w+\\.)*(\\w+) of |<bound method (?:\\w+\\.)*(\\w+) ");
    private static final Pattern NAME_ALONE = Pattern.compile(
            "(?:[^\\W\\d]\\w*(?:\\s*,\\s*[^\\W\\d]\\w*)*\\s*=\\s*)?" + "([^\\W\\d]\\w*(?:\\.\\w+)+)\\s*");

    /** Whether that misconception may be named for it. */
    boolean allows(Misconception misconception, Exercise.Role role) {
        String id = misconception.id();
        if (role == Exercise.Role.CLIENT && OF_SERVERS.contains(id)) {
            return false;
        }
        return (raised().isPresent() || fault() != null) ? !OF_PROGRAMS.contains(id) : WITHOUT_FAULT.contains(id);
    }

    /** What shows in the statement alone: it is no Python, names a method without calling it, or listens nowhere. */
    Optional<Finding> plain(Misconception misconception) {
        return switch (misconception.id()) {
            case "syntax-error" ->
                Optional.ofNullable(fault()).map(fault -> Finding.at(begin(), null, fault.message()));
            case "call-without-parentheses" ->
                bare().stream().findFirst().map(bare -> Finding.at(begin(), null, bare.name()));
            case "missing-bind" ->
                during.calls(CallKind.LISTEN).stream()
                        .filter(call -> call.succeeded() && !isBound(call))
                        .findFirst()
                        .map(Finding::at);
            default -> Optional.empty();
        };
    }

    private boolean isBound(Call listen) {
        return Stream.of(before, during)
                .flatMap(timeline -> timeline.calls(CallKind.BIND).stream())
                .anyMatch(bind -> bind.succeeded() && bind.on(listen.socket()));
    }

    private Optional<Evaluated> evaluated() {
        return during.all(Evaluated.class).reduce((first, last) -> last);
    }

    private Optional<Raised> raised() {
        return evaluated()
                .flatMap(evaluated -> Stream.ofNullable(evaluated.exception())
                        .map(exception -> new Raised(
                                evaluated.time(),
                                exception,
                                Objects.toString(evaluated.message(), ""),
                                line(exception),
                                source))
                        .findFirst());
    }

    private @Nullable CodeLine line(String exception) {
        return during.codeCalls().stream()
                .filter(call -> exception.equals(call.exception()))
                .reduce((first, last) -> last)
                .map(Call::line)
                .orElse(null);
    }

    /** The whole of it as one observation. */
    Case asCase(Exercise.Role role) {
        List<Event> events = new ArrayList<>(before.without(Statement::isFault).events());
        events.add(new Scan(
                begin(), List.of(), List.of(), bare(), List.of(), List.of(), List.of(), List.of(), List.of(), false,
                fault()));
        events.addAll(during.events());
        raised().ifPresent(events::add);
        Timeline all = new Timeline(during.facts(), during.ending(), events);
        return new Case(exercise(role), CHECK, all, CONSOLE);
    }

    private double begin() {
        return during.start();
    }

    private static boolean isFault(Event event) {
        return event instanceof Scan
                || event instanceof Raised
                || (event instanceof Call call && call.exception() != null);
    }

    private Scan.@Nullable Fault fault() {
        return evaluated()
                .filter(evaluated -> Set.of("SyntaxError", "IndentationError", "TabError")
                        .contains(Objects.toString(evaluated.exception(), "")))
                .map(evaluated -> new Scan.Fault(Objects.toString(evaluated.message(), ""), 1, null, source))
                .orElse(null);
    }

    /** The method that stands where its call was meant. */
    private List<Scan.Named> bare() {
        return NAME_ALONE
                .matcher(source.strip())
                .results()
                .filter(found -> found.group().equals(source.strip()) && namesAMethod())
                .map(found -> new Scan.Named(found.group(1), 1))
                .toList();
    }

    private boolean namesAMethod() {
        return evaluated()
                .filter(evaluated ->
                        METHOD.matcher(Objects.toString(evaluated.value(), "")).lookingAt()
                                || Objects.toString(evaluated.message(), "").contains("method"))
                .isPresent();
    }

    private static final CheckSpec CHECK =
            new CheckSpec("statement", "", 0, List.of(), new Expectation.NoCrash(), null, null);

    private static Exercise exercise(Exercise.Role role) {
        return new Exercise(
                "statement",
                "",
                CONSOLE,
                role,
                PORT,
                Exercise.Transport.TCP,
                Map.of(),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                List.of(),
                Map.of());
    }
}
