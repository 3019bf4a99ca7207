package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** send took a part, and nobody sent the rest. */
final class PartialSendIgnored implements Misconception {
    @Override
    public String id() {
        return "partial-send-ignored";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> call.is(CallKind.SEND) && call.method().equals("send") && call.succeeded())
                .filter(call -> tookLess(call) && isLast(call, observed))
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(Case.lengthOf(call))));
    }

    private static boolean tookLess(Call call) {
        Integer asked = call.arguments().size();
        return asked != null && Case.lengthOf(call) < asked;
    }

    /** Whether nothing was sent on that socket afterwards. */
    private static boolean isLast(Call send, Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> call.is(CallKind.SEND) && call.on(send.socket()))
                .noneMatch(call -> call.start() > send.start());
    }
}
