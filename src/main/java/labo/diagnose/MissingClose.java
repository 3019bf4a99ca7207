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
        boolean open = (observed.aboutPeerEnd() || observed.aboutEnding())
                && observed.waiting()
                && observed.conversed()
                && endOfStreamSeen(observed);
        boolean closes = observed.timeline().calls().stream()
                .anyMatch(call -> call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN));
        return open && !closes ? Optional.of(Finding.at(observed.end(), observed.lastEnteredLine())) : Optional.empty();
    }

    /** The other side has finished and the program knows it: what is missing is its own goodbye. */
    private static boolean endOfStreamSeen(Case observed) {
        return observed.successes(CallKind.RECV).stream().anyMatch(call -> Case.lengthOf(call) == 0)
                || !(observed.waitsIn("recv") || observed.waitsIn("poll"));
    }
}
