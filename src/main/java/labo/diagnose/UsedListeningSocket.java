package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** The listening socket is used to receive or to send. */
final class UsedListeningSocket implements Misconception {
    @Override
    public String id() {
        return "used-listening-socket";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.in(CallKind.RECV) || fault.in(CallKind.SEND))
                .filter(fault -> fault.errno("ENOTCONN") || fault.errno("EPIPE"))
                .filter(fault -> observed.server() && observed.did(CallKind.ACCEPT) && onListener(fault, observed))
                .map(Finding::at);
    }

    private static boolean onListener(Fault fault, Case observed) {
        Call call = fault.call();
        return call != null
                && observed.timeline().codeCalls().stream()
                        .anyMatch(other -> other.is(CallKind.LISTEN) && other.on(call.socket()));
    }
}
