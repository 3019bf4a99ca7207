package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** Functions are defined, and none is called. */
final class NothingExecuted implements Misconception {
    @Override
    public String id() {
        return "nothing-executed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean nothing = observed.scan().onlyDefinitions() && !observed.did(CallKind.SOCKET);
        return nothing
                ? observed.scan().functions().stream()
                        .filter(function -> !function.called())
                        .findFirst()
                        .map(function -> Finding.at(observed.start(), observed.line(function.line()), function.name()))
                : Optional.empty();
    }
}
