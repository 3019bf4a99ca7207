package labo.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import org.jspecify.annotations.Nullable;

/** Reads the events of {@code grader/PROTOCOL.md}. A pure function: what it cannot read is no event. */
final class EventDecoder {
    private static final Set<String> PEER_KINDS = Set.of(
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

    private EventDecoder() {}

    /** The event that {@code event} (the value of the message's key {@code event}) tells, if it can be read. */
    static Optional<Event> decode(JsonNode event) {
        try {
            return Optional.ofNullable(read(new Fields(event)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable Event read(Fields event) {
        String kind = event.text("kind");
        // A packet has its own "source" key where the sender stands; the other kinds name who saw them there.
        if ("packet".equals(kind)) {
            return packet(event);
        }
        return switch (event.text("source")) {
            case "kernel" -> call(event, Source.KERNEL, kind);
            case "code" -> code(event, kind);
            case "program" -> program(event, kind);
            case "peer" -> PEER_KINDS.contains(kind) ? peer(event, kind) : null;
            default -> null;
        };
    }

    private static @Nullable Event code(Fields event, String kind) {
        return switch (kind) {
            case "entered" ->
                new Entered(
                        event.time(),
                        event.text("method"),
                        event.integer("thread", 0),
                        event.integerOrNull("fd"),
                        event.line());
            case "exception" ->
                new Raised(
                        event.time(),
                        event.text("exception"),
                        event.text("message", ""),
                        event.line(),
                        event.textOrNull("text"));
            case "scan" -> scan(event);
            case "evaluated" -> evaluated(event);
            default -> call(event, Source.CODE, kind);
        };
    }

    private static @Nullable Call call(Fields event, Source source, String kind) {
        CallKind callKind = CallKind.of(kind).orElse(null);
        if (callKind == null) {
            return null;
        }
        double time = event.time();
        return new Call(
                time,
                event.real("start", time),
                event.real("end", time),
                source,
                callKind,
                event.text(source == Source.KERNEL ? "call" : "method", kind),
                event.integer("process", 0),
                event.integer("thread", 0),
                event.integerOrNull("fd"),
                event.integerOrNull("socket"),
                event.longOrNull("result"),
                event.textOrNull("errno"),
                event.textOrNull("exception"),
                event.textOrNull("message"),
                arguments(event),
                event.line());
    }

    private static Call.Arguments arguments(Fields event) {
        return new Call.Arguments(
                event.textOrNull("family"),
                event.textOrNull("type"),
                event.endpoint("address"),
                event.integerOrNull("backlog"),
                event.octetsOrNull("data"),
                event.integerOrNull("length"),
                event.integerOrNull("size"),
                event.integerOrNull("accepted"),
                event.integerOrNull("acceptedFd"),
                event.textOrNull("how"),
                event.textOrNull("level"),
                event.textOrNull("option"),
                event.textOrNull("value"));
    }

    private static Evaluated evaluated(Fields event) {
        return new Evaluated(
                event.time(),
                event.integer("statement", 0),
                event.textOrNull("value"),
                event.textOrNull("exception"),
                event.textOrNull("message"),
                event.textOrNull("traceback"),
                event.list(
                        "names",
                        name -> new Evaluated.BoundName(
                                name.text("name"),
                                name.integerOrNull("socket"),
                                name.integer("fd", -1),
                                name.truth("closed"))));
    }

    private static Scan scan(Fields event) {
        return new Scan(
                event.time(),
                event.list("imports", named -> named(named, "name")),
                event.list(
                        "functions",
                        function -> new Scan.Function(
                                function.text("name"), function.integer("line"), function.truth("called"))),
                event.list("bare", named -> named(named, "text")),
                event.list(
                        "calls",
                        call -> new Scan.Invocation(
                                call.text("name"),
                                call.integer("line"),
                                call.texts("arguments"),
                                call.truth("inLoop"),
                                call.textOrNull("function"))),
                event.list(
                        "handlers",
                        handler -> new Scan.Handler(
                                handler.integer("line"),
                                handler.texts("types"),
                                String.join("\n", handler.texts("body")),
                                handler.truth("swallows"))),
                event.list(
                        "assignments",
                        assignment -> new Scan.Assignment(
                                assignment.text("target"), assignment.text("value"), assignment.integer("line"))),
                event.list("constants", named -> named(named, "text")),
                event.texts("shadows"),
                event.truth("onlyDefinitions"),
                event.child("error")
                        .map(fault -> new Scan.Fault(
                                fault.text("message"),
                                fault.integerOrNull("line"),
                                fault.integerOrNull("offset"),
                                fault.textOrNull("text")))
                        .orElse(null));
    }

    private static Scan.Named named(Fields fields, String key) {
        return new Scan.Named(fields.text(key), fields.integer("line"));
    }

    private static @Nullable ProgramEvent program(Fields event, String kind) {
        double time = event.time();
        return switch (kind) {
            case "started" -> new ProgramEvent.Started(time, event.integer("process"));
            case "stdout", "stderr" -> new ProgramEvent.Wrote(time, "stderr".equals(kind), event.octets("data"));
            case "limit" -> new ProgramEvent.LimitHit(time, event.text("name"), event.longOr("value", 0));
            case "exit" ->
                new ProgramEvent.Exited(
                        time, event.integerOrNull("code"), event.textOrNull("signal"), event.truth("stopped"));
            default -> null;
        };
    }

    private static PeerEvent peer(Fields event, String kind) {
        return new PeerEvent(
                event.time(),
                kind,
                event.text("as"),
                event.textOrNull("errno"),
                event.endpoint("local"),
                event.endpoint("remote"),
                event.octetsOrNull("data"),
                event.integerOrNull("length"));
    }

    private static Packet packet(Fields event) {
        Octets data = event.octetsOrNull("data");
        return new Packet(
                event.time(),
                event.text("proto"),
                event.requiredEndpoint("from", "source"),
                event.requiredEndpoint("to", "destination"),
                Arrays.stream(event.text("flags", "").split("[ ,]"))
                        .filter(flag -> !flag.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                event.longOrNull("sequence"),
                event.longOrNull("acknowledgement"),
                event.integer("length", 0),
                data == null ? Octets.EMPTY : data,
                event.octetsOrNull("frame"),
                icmp(event));
    }

    private static Packet.@Nullable Icmp icmp(Fields event) {
        Integer type = event.integerOrNull("type");
        return type == null
                ? null
                : new Packet.Icmp(
                        type,
                        event.integer("code", 0),
                        event.child("about").map(about -> about.endpoint("to")).orElse(null));
    }

    /** The fields of one JSON object; what is there but of another type is malformed. */
    private record Fields(JsonNode node) {
        Fields {
            require(node.isObject(), "not an object");
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }

        private @Nullable JsonNode get(String key) {
            JsonNode value = node.get(key);
            return value == null || value.isNull() ? null : value;
        }

        double time() {
            JsonNode value = get("t");
            require(value != null && value.isNumber(), "t");
            return value == null ? 0 : value.doubleValue();
        }

        double real(String key, double absent) {
            JsonNode value = get(key);
            if (value == null) {
                return absent;
            }
            require(value.isNumber(), key);
            return value.doubleValue();
        }

        @Nullable
        Long longOrNull(String key) {
            JsonNode value = get(key);
            if (value == null) {
                return null;
            }
            require(value.isIntegralNumber() && value.canConvertToLong(), key);
            return value.longValue();
        }

        long longOr(String key, long absent) {
            Long value = longOrNull(key);
            return value == null ? absent : value;
        }

        @Nullable
        Integer integerOrNull(String key) {
            Long value = longOrNull(key);
            if (value == null) {
                return null;
            }
            require(value == value.intValue(), key);
            return value.intValue();
        }

        int integer(String key, int absent) {
            Integer value = integerOrNull(key);
            return value == null ? absent : value;
        }

        int integer(String key) {
            Integer value = integerOrNull(key);
            if (value == null) {
                throw new IllegalArgumentException(key);
            }
            return value;
        }

        /** A text; a number is read as its text, since an option's value may be either. */
        @Nullable
        String textOrNull(String key) {
            JsonNode value = get(key);
            if (value == null) {
                return null;
            }
            require(value.isValueNode(), key);
            return value.asText();
        }

        String text(String key, String absent) {
            String value = textOrNull(key);
            return value == null ? absent : value;
        }

        String text(String key) {
            JsonNode value = get(key);
            if (value == null || !value.isTextual()) {
                throw new IllegalArgumentException(key);
            }
            return value.textValue();
        }

        boolean truth(String key) {
            JsonNode value = get(key);
            if (value == null) {
                return false;
            }
            require(value.isBoolean(), key);
            return value.booleanValue();
        }

        @Nullable
        Octets octetsOrNull(String key) {
            String value = textOrNull(key);
            return value == null ? null : Octets.base64(value);
        }

        Octets octets(String key) {
            return Octets.base64(text(key));
        }

        Optional<Fields> child(String key) {
            return Optional.ofNullable(get(key)).map(Fields::new);
        }

        @Nullable
        Endpoint endpoint(String key) {
            return child(key)
                    .map(address -> new Endpoint(address.text("host"), address.integer("port", 0)))
                    .orElse(null);
        }

        Endpoint requiredEndpoint(String key, String otherwise) {
            Endpoint endpoint = get(key) != null ? endpoint(key) : endpoint(otherwise);
            if (endpoint == null) {
                throw new IllegalArgumentException(key);
            }
            return endpoint;
        }

        @Nullable
        CodeLine line() {
            String file = textOrNull("file");
            Integer line = integerOrNull("line");
            return file == null || line == null ? null : new CodeLine(file, line);
        }

        <T> List<T> list(String key, Function<Fields, T> element) {
            return elements(key).map(Fields::new).map(element).toList();
        }

        /** A list of texts; a lone text is a list of one. */
        List<String> texts(String key) {
            return elements(key)
                    .peek(element -> require(element.isValueNode(), key))
                    .map(JsonNode::asText)
                    .toList();
        }

        private Stream<JsonNode> elements(String key) {
            JsonNode value = get(key);
            if (value == null) {
                return Stream.empty();
            }
            return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        }
    }
}
