package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/**
 * A Python exception that stopped the program, or that it hid.
 *
 * @param exception its class
 * @param message its text
 * @param line where
 * @param call the call on a socket that raised it, or null
 * @param swallowed whether the program caught it
 */
record Fault(
        double time,
        String exception,
        String message,
        @Nullable CodeLine line,
        @Nullable Call call,
        boolean swallowed) {

    boolean is(String... exceptions) {
        return java.util.Set.of(exceptions).contains(exception);
    }

    boolean says(String part) {
        return message.contains(part);
    }

    /** Whether a call of that kind on a socket raised it. */
    boolean in(CallKind kind) {
        return call != null && call.is(kind);
    }

    /** Whether the kernel refused for that reason. */
    boolean errno(String name) {
        return Optional.ofNullable(call).map(Call::errno).filter(name::equals).isPresent();
    }
}
