package labo.diagnose;

import java.util.Optional;

/** The port is taken. */
final class AddressInUse implements Misconception {
    @Override
    public String id() {
        return "address-in-use";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.errno("EADDRINUSE"))
                .map(fault -> Finding.at(fault, Faults.port(fault)));
    }
}
