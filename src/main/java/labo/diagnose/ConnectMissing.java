package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The client sends or receives without having connected. */
final class ConnectMissing implements Misconception {
    @Override
    public String id() {
        return "connect-missing";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean never = observed.client()
                && observed.timeline().calls(CallKind.CONNECT).isEmpty()
                && observed.timeline().calls(CallKind.LISTEN).isEmpty()
                && observed.did(CallKind.SOCKET);
        boolean refused = observed.timeline().codeCalls().stream().anyMatch(call -> call.is(CallKind.CONNECT));
        if (!never || refused || !observed.tcp()) {
            return Optional.empty();
        }
        return observed.fault().isEmpty()
                ? Optional.of(Finding.at(observed.end(), null))
                : observed.fault()
                        .filter(fault -> fault.in(CallKind.SEND) || fault.in(CallKind.RECV))
                        .map(Finding::at);
    }
}
