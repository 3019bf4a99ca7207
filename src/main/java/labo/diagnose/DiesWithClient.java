package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** A client that leaves takes the server with it. */
final class DiesWithClient implements Misconception {
    @Override
    public String id() {
        return "dies-with-client";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> observed.server()
                        && observed.did(CallKind.ACCEPT)
                        && (fault.is("BrokenPipeError", "ConnectionResetError", "ConnectionAbortedError")
                                || (fault.in(CallKind.SHUTDOWN) && fault.errno("ENOTCONN"))))
                .filter(fault -> onConversation(fault, observed) && !cutByItself(fault, observed))
                .map(fault -> Finding.at(fault, fault.exception()));
    }

    private static boolean onConversation(Fault fault, Case observed) {
        Call call = fault.call();
        return call == null || observed.onConversation(call);
    }

    /** The program had ended its own sending: no client did it. */
    private static boolean cutByItself(Fault fault, Case observed) {
        Call call = fault.call();
        return call != null
                && observed.timeline().codeCalls().stream()
                        .anyMatch(other -> other.is(CallKind.SHUTDOWN) && other.succeeded() && other.on(call.socket()));
    }
}
