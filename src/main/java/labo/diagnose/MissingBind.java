package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The server listens without a port of its own choice. */
final class MissingBind implements Misconception {
    @Override
    public String id() {
        return "missing-bind";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.successes(CallKind.LISTEN).stream()
                .filter(call -> observed.timeline().calls(CallKind.BIND).isEmpty())
                .findFirst()
                .map(Finding::at);
    }
}
