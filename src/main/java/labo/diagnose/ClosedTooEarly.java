package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** The program closes, or leaves, before the exchange is over. */
final class ClosedTooEarly implements Misconception {
    @Override
    public String id() {
        return "closed-too-early";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean early = observed.connected().isPresent()
                && (observed.aboutTaken() || observed.wantedBy().isPresent() || observed.aboutOutput())
                && observed.fault().filter(fault -> !fault.errno("EPIPE")).isEmpty()
                && new CannedAnswer().recognise(observed).isEmpty();
        return observed.timeline().codeCalls().stream()
                .filter(call -> early && (call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN)) && call.succeeded())
                .filter(call -> isConnection(call, observed) && repliesMissing(observed))
                .findFirst()
                .map(Finding::at);
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
