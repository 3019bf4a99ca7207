package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** Ports below 1024 are reserved. */
final class PortPrivileged implements Misconception {
    @Override
    public String id() {
        return "port-privileged";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.errno("EACCES") && fault.in(CallKind.BIND))
                .map(fault -> Finding.at(fault, Faults.port(fault)));
    }
}
