package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** The server serves one client and leaves. */
final class OneClientOnly implements Misconception {
    @Override
    public String id() {
        return "one-client-only";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean served = observed.server()
                && observed.tcp()
                && observed.successes(CallKind.ACCEPT).size() == 1
                && observed.timeline().uncaught().isEmpty()
                && new DiesWithClient().recognise(observed).isEmpty();
        return observed.successes(CallKind.ACCEPT).stream()
                .filter(call -> served && othersCame(observed) && gaveUp(observed))
                .findFirst()
                .map(call -> Finding.at(moment(observed, call), call.line()));
    }

    private static boolean othersCame(Case observed) {
        return observed.timeline().peer("connect").size() > 1;
    }

    /** It left, or it hears nothing but its first client, who has gone. */
    private static boolean gaveUp(Case observed) {
        return observed.leftByItself() || (observed.waiting() && heardTheEnd(observed) && !observed.waitsIn("accept"));
    }

    private static boolean heardTheEnd(Case observed) {
        return observed.successes(CallKind.RECV).stream().anyMatch(call -> Case.lengthOf(call) == 0);
    }

    /** It was over with the last that was heard of the first client. */
    private static double moment(Case observed, Call accept) {
        return observed.successes(CallKind.RECV).stream()
                .mapToDouble(call -> Math.nextUp(call.end()))
                .reduce((first, last) -> last)
                .orElse(Math.nextUp(accept.end()));
    }
}
