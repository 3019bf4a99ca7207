package labo.diagnose;

import java.util.Optional;

/** A port is a number from 0 to 65535. */
final class PortOutOfRange implements Misconception {
    @Override
    public String id() {
        return "port-out-of-range";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("OverflowError") && (fault.says("0-65535") || fault.says("port")))
                .map(fault -> Finding.at(fault));
    }
}
