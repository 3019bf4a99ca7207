package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** A second bind: of a socket that has its port, or of a port that the program itself holds. */
final class DoubleBind implements Misconception {
    @Override
    public String id() {
        return "double-bind";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.in(CallKind.BIND) && observed.did(CallKind.BIND))
                .filter(fault -> fault.errno("EINVAL") || fault.errno("EADDRINUSE"))
                .map(Finding::at);
    }
}
