package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** The server connects, or the client binds and listens. */
final class RolesSwapped implements Misconception {
    @Override
    public String id() {
        return "roles-swapped";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.server() ? server(observed) : client(observed);
    }

    /** It calls, or writes, before anybody could find it. */
    private static Optional<Finding> server(Case observed) {
        boolean waits = observed.did(observed.tcp() ? CallKind.LISTEN : CallKind.BIND);
        return first(observed.tcp() ? CallKind.CONNECT : CallKind.SEND, observed)
                .filter(call -> !waits)
                .map(RolesSwapped::found);
    }

    /** It takes a port and waits there, and calls nobody. */
    private static Optional<Finding> client(Case observed) {
        boolean calls = first(CallKind.CONNECT, observed).isPresent();
        return (observed.tcp() ? listens(observed) : waitsForDatagrams(observed))
                .filter(call -> !calls)
                .map(RolesSwapped::found);
    }

    private static Optional<Call> listens(Case observed) {
        return first(CallKind.BIND, observed)
                .filter(call -> observed.writes("listen").isPresent())
                .or(() -> first(CallKind.LISTEN, observed));
    }

    private static Optional<Call> waitsForDatagrams(Case observed) {
        return observed.did(CallKind.SEND)
                ? Optional.empty()
                : observed.successes(CallKind.BIND).stream()
                        .filter(call -> call.arguments().address() != null
                                && call.arguments().address().port() != 0)
                        .findFirst();
    }

    private static Optional<Call> first(CallKind kind, Case observed) {
        return observed.timeline().calls(kind).stream().findFirst();
    }

    private static Finding found(Call call) {
        return Finding.at(call, call.callKind().term());
    }
}
