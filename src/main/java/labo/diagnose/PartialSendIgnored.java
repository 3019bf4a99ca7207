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
                .filter(call -> tookLess(call)
                        && isSend(call, observed)
                        && (isLeft(call, observed) || allWasOffered(call, observed)))
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

    /** Whether what was left over was never offered again: the next send, taken or refused, is too short to hold it. */
    private static boolean isLeft(Call send, Case observed) {
        int left = Objects.requireNonNullElse(send.arguments().size(), 0) - Case.lengthOf(send);
        return observed.timeline().calls(CallKind.SEND).stream()
                .filter(call -> call.on(send.socket()) && call.start() > send.start())
                .findFirst()
                .map(next -> Objects.requireNonNullElse(next.arguments().size(), 0) < left)
                .orElse(true);
    }

    /** Whether all that machine B missed a part of had been offered, each octet once: what was cut off is what it lacks. */
    private static boolean allWasOffered(Call send, Case observed) {
        int offered = observed.timeline().calls(CallKind.SEND).stream()
                .filter(call -> call.on(send.socket()))
                .mapToInt(call -> Objects.requireNonNullElse(call.arguments().size(), 0))
                .sum();
        return observed.wantedReply()
                .filter(wanted -> offered == wanted.length())
                .isPresent();
    }
}
