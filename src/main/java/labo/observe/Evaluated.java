package labo.observe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live interpreter has finished a statement.
 *
 * @param statement its serial number, from 1
 * @param value {@code repr} of an expression's value, if it had one
 * @param exception the class of what it raised, if it did
 * @param traceback Python's own text for it
 * @param names the names now bound to sockets
 */
public record Evaluated(
        double time,
        int statement,
        @Nullable String value,
        @Nullable String exception,
        @Nullable String message,
        @Nullable String traceback,
        List<BoundName> names)
        implements CodeEvent {

    /** A name of the learner's that holds a socket. */
    public record BoundName(String name, @Nullable Integer socket, int fd, boolean closed) {}

    public Evaluated {
        names = List.copyOf(names);
    }

    @Override
    public String kind() {
        return "evaluated";
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("statement", statement)
                .with("value", value)
                .with("exception", exception)
                .with("message", message)
                .map();
    }
}
