package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import labo.observe.Call;
import labo.observe.CallKind;

/** The program closes, or leaves, before the exchange is over. */
final class ClosedTooEarly implements Misconception {
    private static final Set<String> NO_MORE_READING = Set.of("SHUT_RD", "SHUT_RDWR");

    @Override
    public String id() {
        return "closed-too-early";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean early = observed.connected().isPresent()
                && (observed.aboutTaken() || observed.wantedBy().isPresent() || observed.aboutOutput())
                && observed.fault()
                        .filter(fault -> !isItsOwnDoing(fault, observed))
                        .isEmpty()
                && new CannedAnswer().recognise(observed).isEmpty();
        return observed.timeline().codeCalls().stream()
                .filter(call -> early && (call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN)) && call.succeeded())
                .filter(call -> isConnection(call, observed) && repliesMissing(observed))
                .findFirst()
                .map(Finding::at);
    }

    /**
     * What comes of having closed: nothing can be sent, and where what arrives is wanted no more, Linux resets the
     * connection (tcp_input.c, tcp_rcv_state_process: RCV_SHUTDOWN).
     */
    private static boolean isItsOwnDoing(Fault fault, Case observed) {
        Call call = fault.call();
        return fault.errno("EPIPE")
                || (call != null
                        && fault.in(CallKind.RECV)
                        && fault.errno("ECONNRESET")
                        && observed.timeline().codeCalls().stream()
                                .anyMatch(before -> before.time() < fault.time()
                                        && before.is(CallKind.SHUTDOWN)
                                        && before.succeeded()
                                        && before.on(call.socket())
                                        && NO_MORE_READING.contains(String.valueOf(
                                                before.arguments().how()))));
    }

    private static boolean isConnection(Call close, Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> close.on(call.arguments().accepted())
                        || (call.is(CallKind.CONNECT) && call.on(close.socket())));
    }

    private static boolean repliesMissing(Case observed) {
        return observed.server()
                ? !observed.did(CallKind.SEND)
                : observed.receptions().isEmpty();
    }
}
