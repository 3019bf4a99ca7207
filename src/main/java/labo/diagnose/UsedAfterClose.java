package labo.diagnose;

import java.util.Optional;

/** A closed socket is used. */
final class UsedAfterClose implements Misconception {
    @Override
    public String id() {
        return "used-after-close";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.call() != null && (fault.errno("EBADF") || fault.says("closed file")))
                .map(fault -> Finding.at(fault));
    }
}
