package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The port is a text, not a number. */
final class PortNotInt implements Misconception {
    @Override
    public String id() {
        return "port-not-int";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("TypeError")
                        && (fault.in(CallKind.BIND) || fault.in(CallKind.CONNECT) || fault.in(CallKind.SEND))
                        && (fault.says("cannot be interpreted as an integer") || fault.says("an integer is required")))
                .filter(fault -> !AddressNotTuple.spreadsOver(fault, observed))
                .map(fault -> Finding.at(fault));
    }
}
