package labo.diagnose;

import java.util.Optional;

/** Octets are decoded that are no text, or half a character. */
final class SplitUtf8 implements Misconception {
    @Override
    public String id() {
        return "split-utf8";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("UnicodeDecodeError"))
                .map(fault -> Finding.at(fault, fault.message()));
    }
}
