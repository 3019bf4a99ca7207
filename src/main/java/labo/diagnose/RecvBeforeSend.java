package labo.diagnose;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Entered;

/** Both sides wait for the other to speak first. */
final class RecvBeforeSend implements Misconception {
    private static final Set<String> SENDS = Set.of("send", "sendall", "sendto");

    @Override
    public String id() {
        return "recv-before-send";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean silent = observed.timeline().codeCalls().stream().noneMatch(call -> call.is(CallKind.SEND))
                && !observed.did(CallKind.SEND);
        boolean client = observed.client() && (observed.did(CallKind.CONNECT) || !observed.tcp());
        boolean server = observed.server()
                && observed.timeline().uncaught().isEmpty()
                && !observed.receptions().isEmpty()
                && wantsMoreFirst(observed);
        return silent && (client || server) && observed.waitsIn("recv")
                ? Optional.of(Finding.at(
                        observed.lastEntered().map(Entered::time).orElse(observed.end()), observed.lastEnteredLine()))
                : Optional.empty();
    }

    private static boolean wantsMoreFirst(Case observed) {
        boolean writesReply =
                SENDS.stream().anyMatch(method -> observed.writes(method).isPresent());
        return writesReply && (repliesAfterLoop(observed) || asksElsewhere(observed) || asksForLines(observed));
    }

    /** It asks again, at another line than the one that has received. */
    private static boolean asksElsewhere(Case observed) {
        CodeLine line = observed.lastEnteredLine();
        return line != null
                && observed.timeline().codeCalls().stream()
                        .filter(call -> call.is(CallKind.RECV))
                        .noneMatch(call -> line.equals(call.line()));
    }

    /** It reads lines, as from a file, of a client that ends none. */
    private static boolean asksForLines(Case observed) {
        return observed.writes("makefile").isPresent();
    }

    /** The server wants to hear everything before it says a word: recv is in a loop, and the reply comes after it. */
    private static boolean repliesAfterLoop(Case observed) {
        return observed.scan().calls().stream()
                .filter(call -> SENDS.contains(call.method()) && !call.inLoop())
                .anyMatch(send -> observed.scan().calls().stream()
                        .anyMatch(recv -> recv.method().equals("recv")
                                && recv.line() < send.line()
                                && Objects.equals(recv.function(), send.function())));
    }
}
