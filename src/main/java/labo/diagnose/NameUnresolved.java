package labo.diagnose;

import java.util.Optional;

/** A name has no address here. */
final class NameUnresolved implements Misconception {
    @Override
    public String id() {
        return "name-unresolved";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("gaierror", "socket.gaierror", "herror"))
                .map(fault -> Finding.at(fault));
    }
}
