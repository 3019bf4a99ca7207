package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/** One client is waited for, and the others wait at the door. */
final class BlocksOtherClients implements Misconception {
    @Override
    public String id() {
        return "blocks-other-clients";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        int came = (int) observed.timeline().peer("connect").stream()
                .filter(event -> event.succeeded())
                .count();
        int letIn = observed.successes(CallKind.ACCEPT).size();
        boolean blocked = observed.server() && observed.tcp() && observed.waitsIn("recv") && oneThread(observed);
        boolean talks = letIn > 0 && (came > letIn || letIn > 1);
        return blocked && talks
                ? Optional.of(Finding.at(
                        observed.lastEntered().map(entered -> entered.time()).orElseGet(observed::end),
                        where(observed)))
                : Optional.empty();
    }

    private static @Nullable CodeLine where(Case observed) {
        return observed.lastEnteredLine();
    }

    private static boolean oneThread(Case observed) {
        return observed.timeline().ending().waits().size() == 1;
    }
}
