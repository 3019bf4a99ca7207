package labo.diagnose;

import java.util.Optional;
import labo.observe.Scan;

/** The file is not Python. */
final class InvalidSyntax implements Misconception {
    @Override
    public String id() {
        return "syntax-error";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        Scan.Fault fault = observed.scan().fault();
        if (fault == null) {
            return Optional.empty();
        }
        Integer line = fault.line();
        return Optional.of(Finding.at(observed.start(), line == null ? null : observed.line(line), fault.message()));
    }
}
