package labo.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import labo.catalog.Scope.EndpointRole;
import labo.lesson.EventPattern;
import labo.lesson.Payload;
import labo.lesson.ScriptStep;
import labo.lesson.ScriptStep.Until;
import org.jspecify.annotations.Nullable;

/** Reads what machine B plays. */
final class Scripts {
    private static final List<String> STEPS = List.of(
            "start",
            "await",
            "stop",
            "restart",
            "connect",
            "listen",
            "accept",
            "send",
            "receive",
            "shutdown",
            "close",
            "reset",
            "udp",
            "sendto",
            "recvfrom",
            "pause-ms");
    private static final List<String> UNTIL = List.of("as-many-as", "octets", "until", "end", "any");
    private static final int LONGEST_MS = 60_000;
    private static final int MOST_OCTETS = 100_000_000;

    private final Scope scope;
    // A scenario opens each of its endpoints once, so that a check's `as` means one of them.
    private final boolean once;
    private final Set<String> heard = new HashSet<>();

    private Scripts(Scope scope, boolean once) {
        this.scope = scope;
        this.once = once;
    }

    /** A scenario's script; what it opens is in {@code scope} afterwards. */
    static List<ScriptStep> scenario(List<Value> steps, Scope scope) {
        return read(steps, new Scripts(scope, true));
    }

    /** A reaction in a lesson, whose endpoints may be opened anew by a later one. */
    static List<ScriptStep> reaction(List<Value> steps, Scope scope) {
        return read(steps, new Scripts(scope, false));
    }

    private static List<ScriptStep> read(List<Value> steps, Scripts scripts) {
        return steps.stream().flatMap(step -> scripts.one(step).stream()).toList();
    }

    private Optional<ScriptStep> one(Value value) {
        Section step = value.section();
        Optional<ScriptStep> read = what(step).flatMap(key -> step(key, step));
        step.finish();
        return read;
    }

    // `pause-ms` is a step of its own, and also goes with `send`.
    private static Optional<String> what(Section step) {
        return step.has("send") ? Optional.of("send") : step.oneOf(STEPS);
    }

    private Optional<ScriptStep> step(String key, Section step) {
        return switch (key) {
            case "start" -> marker(key, step, new ScriptStep.Start());
            case "stop" -> marker(key, step, new ScriptStep.Stop());
            case "restart" -> marker(key, step, new ScriptStep.Restart());
            case "await" -> step.value(key).flatMap(this::await);
            case "pause-ms" -> Optional.of(new ScriptStep.Pause(step.wholeNumber(key, 1, LONGEST_MS)));
            case "connect" -> Optional.of(connect(step));
            case "listen" -> Optional.of(new ScriptStep.Listen(open(key, step, EndpointRole.LISTENER), port(step)));
            case "accept" -> Optional.of(accept(step));
            case "udp" -> Optional.of(new ScriptStep.Udp(open(key, step, EndpointRole.DATAGRAMS), optionalPort(step)));
            default -> Optional.of(onEndpoint(key, step));
        };
    }

    private ScriptStep onEndpoint(String key, Section step) {
        return switch (key) {
            case "send" -> send(step);
            case "receive" -> receive(step);
            case "shutdown" -> new ScriptStep.Shutdown(endpoint(key, step, EndpointRole.CONNECTION));
            case "reset" -> new ScriptStep.Reset(endpoint(key, step, EndpointRole.CONNECTION));
            case "close" -> new ScriptStep.Close(endpoint(key, step, EndpointRole.values()));
            case "sendto" -> sendTo(step);
            default -> receiveFrom(step);
        };
    }

    private static Optional<ScriptStep> marker(String key, Section step, ScriptStep marker) {
        step.mustBeTrue(key);
        return Optional.of(marker);
    }

    private Optional<ScriptStep> await(Value value) {
        if (value.isSection()) {
            return Patterns.alone(value, scope).map(ScriptStep.Await::new);
        }
        String word = value.text();
        if (word.equals("exit")) {
            return Optional.of(new ScriptStep.AwaitExit());
        }
        if (word.equals("idle")) {
            return Optional.of(new ScriptStep.AwaitIdle());
        }
        if (!word.isBlank() && !Patterns.CALLS.contains(word)) {
            value.problems()
                    .unknownWord(value.line(), Fault.WORD_UNKNOWN, Fault.WORD_UNKNOWN_SUGGESTION, word, Patterns.CALLS);
        }
        return Optional.of(new ScriptStep.Await(EventPattern.call(word)));
    }

    private ScriptStep connect(Section step) {
        return new ScriptStep.Connect(
                open("connect", step, EndpointRole.CONNECTION),
                port(step),
                isEager(step),
                step.optionalNumber("receive-buffer", 1, MOST_OCTETS));
    }

    private ScriptStep accept(Section step) {
        String on = step.required("on")
                .map(value -> known(value, EndpointRole.LISTENER))
                .orElse("");
        return new ScriptStep.Accept(on, open("accept", step, EndpointRole.CONNECTION), isEager(step));
    }

    private static boolean isEager(Section step) {
        return step.wordOr("reading", List.of("eager", "manual"), "eager").equals("eager");
    }

    private ScriptStep send(Section step) {
        String as = endpoint("send", step, EndpointRole.CONNECTION);
        Integer pause = step.optionalNumber("pause-ms", 0, LONGEST_MS);
        return new ScriptStep.Send(as, pieces(step), pause == null ? 0 : pause);
    }

    private List<Payload> pieces(Section step) {
        if (!step.has("pieces")) {
            return List.of(Octets.payload(step, scope.names()));
        }
        return step.filledList("pieces").stream()
                .map(piece -> Octets.payload(piece, scope.names()))
                .toList();
    }

    private ScriptStep receive(Section step) {
        String as = endpoint("receive", step, EndpointRole.CONNECTION);
        Until until = step.oneOf(UNTIL).map(key -> until(key, step)).orElse(new Until.Anything());
        return new ScriptStep.Receive(as, until, withinMs(step));
    }

    private Until until(String key, Section step) {
        return switch (key) {
            case "as-many-as" -> new Until.AsManyAs(payload(key, step));
            case "until" -> new Until.Seen(payload(key, step));
            case "octets" -> new Until.Count(step.wholeNumber(key, 1, MOST_OCTETS));
            case "end" -> {
                step.mustBeTrue(key);
                yield new Until.End();
            }
            default -> {
                step.mustBeTrue(key);
                yield new Until.Anything();
            }
        };
    }

    private Payload payload(String key, Section step) {
        return step.value(key)
                .map(value -> Octets.payload(value, scope.names()))
                .orElse(new Payload(List.of()));
    }

    private ScriptStep sendTo(Section step) {
        String as = endpoint("sendto", step, EndpointRole.DATAGRAMS);
        String port = optionalPort(step);
        if (port == null && scope.endpoints().containsKey(as) && !heard.contains(as)) {
            step.problems().error(step.line("sendto"), Fault.REPLY_TO_NOBODY, as);
        }
        return new ScriptStep.SendTo(as, Octets.payload(step, scope.names()), port);
    }

    private ScriptStep receiveFrom(Section step) {
        String as = endpoint("recvfrom", step, EndpointRole.DATAGRAMS);
        heard.add(as);
        return new ScriptStep.ReceiveFrom(as, step.flag("lose"), withinMs(step));
    }

    private static @Nullable Integer withinMs(Section step) {
        return step.optionalNumber("within-ms", 1, LONGEST_MS);
    }

    private String port(Section step) {
        String port = optionalPort(step);
        return port == null ? "${port}" : port;
    }

    private @Nullable String optionalPort(Section step) {
        return step.value("port")
                .map(value -> Ports.template(value, scope.names()))
                .orElse(null);
    }

    private String open(String key, Section step, EndpointRole role) {
        String as = step.text(key);
        if (!as.isBlank() && scope.endpoints().put(as, role) != null && once) {
            step.problems().error(step.line(key), Fault.ENDPOINT_TWICE, as);
        }
        return as;
    }

    private String endpoint(String key, Section step, EndpointRole... wanted) {
        return step.required(key).map(value -> known(value, wanted)).orElse("");
    }

    private String known(Value value, EndpointRole... wanted) {
        String as = value.text();
        EndpointRole role = scope.endpoints().get(as);
        if (role == null) {
            if (!as.isBlank()) {
                value.problems().error(value.line(), Fault.ENDPOINT_UNKNOWN, as);
            }
        } else if (!List.of(wanted).contains(role)) {
            value.problems().error(value.line(), Fault.ENDPOINT_ROLE, as, role.words(), wanted[0].words());
        }
        return as;
    }
}
