package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.Entered;

/** The server listens, or waits for datagrams, without a port of its own choice. */
final class MissingBind implements Misconception {
    @Override
    public String id() {
        return "missing-bind";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean never = observed.timeline().calls(CallKind.BIND).isEmpty();
        return observed.successes(CallKind.LISTEN).stream()
                .filter(call -> never)
                .findFirst()
                .map(Finding::at)
                .or(() -> never ? waitsForDatagrams(observed) : Optional.empty());
    }

    private static Optional<Finding> waitsForDatagrams(Case observed) {
        boolean unheard = observed.server() && !observed.tcp() && !observed.did(CallKind.SEND);
        return observed.timeline()
                .all(Entered.class)
                .filter(entered -> unheard && entered.method().startsWith("recv"))
                .findFirst()
                .map(entered -> Finding.at(entered.time(), entered.line()));
    }
}
