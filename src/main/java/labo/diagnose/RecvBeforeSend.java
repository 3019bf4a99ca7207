package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.Entered;

/** Both sides wait for the other to speak first. */
final class RecvBeforeSend implements Misconception {
    @Override
    public String id() {
        return "recv-before-send";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean silent = observed.client() && observed.did(CallKind.CONNECT) && !observed.did(CallKind.SEND);
        return silent && observed.waitsIn("recv")
                ? Optional.of(Finding.at(
                        observed.lastEntered().map(Entered::time).orElse(observed.end()), observed.lastEnteredLine()))
                : Optional.empty();
    }
}
