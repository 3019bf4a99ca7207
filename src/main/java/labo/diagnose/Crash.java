package labo.diagnose;

import java.util.Optional;

/** An exception that no other misconception explains. */
final class Crash implements Misconception {
    @Override
    public String id() {
        return "crash";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> !fault.swallowed())
                .map(fault -> Finding.at(fault, fault.exception(), fault.message()));
    }
}
