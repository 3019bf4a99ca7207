package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** The listening socket is closed, the connection is not. */
final class ClosedListeningSocketOnly implements Misconception {
    @Override
    public String id() {
        return "closed-listening-socket-only";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> (observed.aboutPeerEnd() || observed.aboutEnding())
                        && observed.waiting()
                        && call.is(CallKind.CLOSE))
                .filter(call -> isListener(call, observed) && conversationOpen(observed))
                .findFirst()
                .map(Finding::at);
    }

    private static boolean isListener(Call close, Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.is(CallKind.LISTEN) && call.on(close.socket()));
    }

    private static boolean conversationOpen(Case observed) {
        return observed.timeline().calls().stream()
                .filter(call -> call.is(CallKind.CLOSE) || call.is(CallKind.SHUTDOWN))
                .noneMatch(call -> observed.onConnection(call));
    }
}
