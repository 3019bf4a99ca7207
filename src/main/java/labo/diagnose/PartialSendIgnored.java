package labo.diagnose;

import java.util.Objects;
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
        return observed.successes(CallKind.SEND).stream()
                .filter(call -> tookLess(call) && isSend(call, observed) && isLast(call, observed))
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(Case.lengthOf(call))));
    }

    /** sendall is many of the kernel's sends, and one that is cut short is no fault of the learner's. */
    private static boolean isSend(Call kernel, Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.method().equals("send") && Objects.equals(call.line(), kernel.line()));
    }

    /** Only the kernel says how many octets it was asked to take: elsewhere nothing is recognised. */
    private static boolean tookLess(Call call) {
        Integer asked = call.arguments().size();
        return asked != null && Case.lengthOf(call) < asked;
    }

    /** Whether nothing was sent on that socket afterwards. */
    private static boolean isLast(Call send, Case observed) {
        return observed.timeline().calls(CallKind.SEND).stream()
                .filter(call -> call.on(send.socket()))
                .noneMatch(call -> call.start() > send.start());
    }
}
