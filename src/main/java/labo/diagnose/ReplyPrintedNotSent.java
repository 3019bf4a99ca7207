package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/** The reply is printed on the server's own screen, not sent. */
final class ReplyPrintedNotSent implements Misconception {
    @Override
    public String id() {
        return "reply-printed-not-sent";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean silent =
                observed.server() && observed.timeline().calls(CallKind.SEND).isEmpty();
        String reply = observed.exercise().texts().getOrDefault("reply", "");
        boolean printed =
                !reply.isEmpty() && observed.timeline().output(false).text().contains(reply);
        return observed.receptions().stream()
                .filter(call -> silent && printed)
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), printLine(observed, reply)));
    }

    private static @Nullable CodeLine printLine(Case observed, String reply) {
        return observed.scan().calls().stream()
                .filter(call -> call.name().equals("print")
                        && String.join(" ", call.arguments()).contains(reply))
                .findFirst()
                .map(call -> observed.line(call.line()))
                .orElse(null);
    }
}
