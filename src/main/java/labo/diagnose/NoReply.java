package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The server receives, and never answers. */
final class NoReply implements Misconception {
    @Override
    public String id() {
        return "no-reply";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean tried = observed.timeline().codeCalls().stream().anyMatch(call -> call.is(CallKind.SEND));
        boolean silent = observed.server()
                && observed.successes(CallKind.SEND).isEmpty()
                && !tried
                && observed.timeline().uncaught().isEmpty()
                && new ErrorSwallowed().recognise(observed).isEmpty()
                && new BlocksOtherClients().recognise(observed).isEmpty()
                && new RecvBeforeSend().recognise(observed).isEmpty()
                && new ReplyPrintedNotSent().recognise(observed).isEmpty();
        return observed.receptions().stream()
                .filter(call -> silent)
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line()));
    }
}
