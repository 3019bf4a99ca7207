package labo.diagnose;

import java.util.List;
import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** recv gives b'' for ever, and the program goes on. */
final class EndOfStreamIgnored implements Misconception {
    /** A loop that asks so often after the end does not look at what it gets. */
    private static final int AGAIN = 3;

    @Override
    public String id() {
        return "end-of-stream-ignored";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        List<Call> ends = observed.successes(CallKind.RECV).stream()
                .filter(call -> Case.lengthOf(call) == 0)
                .toList();
        return ends.stream()
                .filter(end ->
                        ends.stream().filter(other -> other.on(end.socket())).count() >= AGAIN)
                .findFirst()
                .map(Finding::at);
    }
}
