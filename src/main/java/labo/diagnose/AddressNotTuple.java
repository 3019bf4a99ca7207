package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The address is given as two arguments, or as a text. */
final class AddressNotTuple implements Misconception {
    @Override
    public String id() {
        return "address-not-tuple";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("TypeError", "ValueError")
                        && (fault.in(CallKind.BIND)
                                || fault.in(CallKind.CONNECT)
                                || fault.says("address must be tuple"))
                        && (fault.says("must be tuple")
                                || fault.says("exactly one argument")
                                || fault.says("positional argument")
                                || fault.says("must be a pair")))
                .map(fault -> Finding.at(fault));
    }
}
