package labo.diagnose;

import java.util.Optional;

/** A name is used before it means anything. */
final class UndefinedName implements Misconception {
    @Override
    public String id() {
        return "undefined-name";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("NameError", "UnboundLocalError")
                        && new MissingImport().recognise(observed).isEmpty())
                .map(fault -> Finding.at(fault, fault.message()));
    }
}
