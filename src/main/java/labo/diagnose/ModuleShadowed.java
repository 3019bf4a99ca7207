package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** A file of the learner's hides a module of Python's. */
final class ModuleShadowed implements Misconception {
    @Override
    public String id() {
        return "module-shadowed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean failed = observed.timeline().uncaught().isPresent() || !observed.did(CallKind.SOCKET);
        return observed.scan().shadows().stream()
                .filter(name -> failed)
                .findFirst()
                .map(name -> Finding.at(observed.start(), null, name));
    }
}
