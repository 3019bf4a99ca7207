package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** accept on a socket that does not listen, or a server that never listens. */
final class MissingListen implements Misconception {
    @Override
    public String id() {
        return "missing-listen";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> observed.server() && call.is(CallKind.ACCEPT) && "EINVAL".equals(call.errno()))
                .filter(call -> !observed.did(CallKind.LISTEN))
                .findFirst()
                .map(Finding::at);
    }
}
