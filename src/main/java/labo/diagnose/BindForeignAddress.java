package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The address is not one of this machine's. */
final class BindForeignAddress implements Misconception {
    @Override
    public String id() {
        return "bind-foreign-address";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.errno("EADDRNOTAVAIL") && fault.in(CallKind.BIND))
                .map(fault -> Finding.at(fault, Faults.address(fault)));
    }
}
