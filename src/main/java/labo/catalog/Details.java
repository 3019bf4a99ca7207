package labo.catalog;

import java.util.List;
import java.util.stream.Stream;

/** The details that events of each kind have: a description that asks for another would never be satisfied. */
final class Details {
    private static final List<String> CALL = List.of(
            "call",
            "fd",
            "socket",
            "family",
            "type",
            "address",
            "port",
            "backlog",
            "data",
            "length",
            "size",
            "accepted",
            "acceptedFd",
            "how",
            "level",
            "option",
            "value",
            "result",
            "errno");
    private static final List<String> RAISED = List.of("exception", "message");
    private static final List<String> CODE =
            Stream.concat(CALL.stream(), RAISED.stream()).toList();
    private static final List<String> EVALUATED = List.of("statement", "value", "exception", "message");
    private static final List<String> PEER =
            List.of("as", "errno", "local", "localPort", "remote", "remotePort", "data", "length");
    private static final List<String> PACKET = List.of(
            "protocol", "from", "fromPort", "to", "toPort", "flags", "sequence", "acknowledgement", "length", "data");

    private Details() {}

    /**
     * The names of the details that an event may have.
     *
     * @param view under which key the description stands
     * @param kind a known one of that view
     */
    static List<String> of(String view, String kind) {
        return switch (view) {
            case "call" -> CALL;
            case "code" -> ofCode(kind);
            case "peer" -> PEER;
            case "packet" -> PACKET;
            default -> ofProgram(kind);
        };
    }

    private static List<String> ofCode(String kind) {
        return switch (kind) {
            case "entered" -> List.of("method", "fd");
            case "exception" -> List.of("exception", "message", "text");
            case "evaluated" -> EVALUATED;
            default -> CODE;
        };
    }

    private static List<String> ofProgram(String kind) {
        return switch (kind) {
            case "started" -> List.of("process");
            case "stdout", "stderr" -> List.of("text");
            case "limit" -> List.of("name", "value");
            case "exit" -> List.of("code", "signal", "stopped");
            default -> EVALUATED;
        };
    }
}
