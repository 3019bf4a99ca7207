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
        boolean blocked = observed.server() && observed.tcp() && observed.waitsIn("recv") && !observed.waitsIn("poll");
        boolean talks = (came > letIn && letIn > 0 && !observed.waitsIn("accept"))
                || (letIn > 1 && oneThread(observed))
                || isStarved(observed);
        return blocked && talks
                ? Optional.of(Finding.at(
                        observed.lastEntered().map(entered -> entered.time()).orElseGet(observed::end),
                        where(observed)))
                : Optional.empty();
    }

    private static @Nullable CodeLine where(Case observed) {
        return observed.lastEnteredLine();
    }

    /** A client that is let in has no thread of its own: all of them wait for others. */
    private static boolean isStarved(Case observed) {
        long open = observed.successes(CallKind.ACCEPT).size()
                - observed.successes(CallKind.CLOSE).stream()
                        .filter(observed::onConnection)
                        .count();
        long heard = observed.timeline().ending().waits().stream()
                .filter(wait -> wait.call().equals("recv"))
                .count();
        return heard < open
                && observed.timeline().uncaught().isEmpty()
                && observed.wantedBy()
                        .filter(by -> observed.timeline().receivedBy(by).isEmpty())
                        .isPresent();
    }

    private static boolean oneThread(Case observed) {
        return observed.timeline().ending().waits().size() == 1;
    }
}
