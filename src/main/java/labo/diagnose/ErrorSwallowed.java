package labo.diagnose;

import java.util.Optional;
import java.util.Set;

/** An except clause hides a mistake of the program's own. */
final class ErrorSwallowed implements Misconception {
    private static final Set<String> MISTAKES = Set.of(
            "TypeError",
            "AttributeError",
            "NameError",
            "ValueError",
            "OverflowError",
            "UnicodeEncodeError",
            "IndexError");

    @Override
    public String id() {
        return "error-swallowed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.swallowed() && MISTAKES.contains(fault.exception()))
                .map(fault -> Finding.at(fault, fault.exception(), fault.message()));
    }
}
