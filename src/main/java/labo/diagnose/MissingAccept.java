package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The server listens, and lets nobody in. */
final class MissingAccept implements Misconception {
    @Override
    public String id() {
        return "missing-accept";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean never = observed.timeline().calls(CallKind.ACCEPT).isEmpty()
                && observed.writes("accept").isEmpty();
        return observed.successes(CallKind.LISTEN).stream()
                .filter(call -> never)
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line()));
    }
}
