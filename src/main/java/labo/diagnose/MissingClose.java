package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The connection is never closed: the other side waits. */
final class MissingClose implements Misconception {
    @Override
    public String id() {
        return "missing-close";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean open = observed.aboutPeerEnd() && observed.waiting();
        boolean closes = observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN));
        return open && !closes ? Optional.of(Finding.at(observed.end(), observed.lastEnteredLine())) : Optional.empty();
    }
}
