package labo.diagnose;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import labo.observe.CallKind;
import labo.observe.Scan;

/** An except clause hides a mistake of the program's own. */
final class ErrorSwallowed implements Misconception {
    private static final Set<String> MISTAKES = Set.of(
            "TypeError",
            "AttributeError",
            "NameError",
            "ValueError",
            "OverflowError",
            "UnicodeEncodeError",
            "IndexError");

    private static final Set<String> SENDS = Set.of("send", "sendall", "sendto");

    @Override
    public String id() {
        return "error-swallowed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return onSocket(observed).or(() -> elsewhere(observed)).or(() -> silenced(observed));
    }

    /** The network's own error was caught, and the client left without a word about it. */
    private static Optional<Finding> silenced(Case observed) {
        boolean silent = observed.client()
                && observed.leftByItself()
                && observed.timeline().output(true).isEmpty()
                && observed.timeline().output(false).isEmpty()
                && !observed.scan().handlers().isEmpty();
        return observed.timeline().codeCalls().stream()
                .filter(call -> silent && call.exception() != null)
                .findFirst()
                .map(Finding::at);
    }

    private static Optional<Finding> onSocket(Case observed) {
        return observed.fault()
                .filter(fault -> fault.swallowed() && MISTAKES.contains(fault.exception()))
                .map(Finding::at);
    }

    /** A mistake that no socket saw: the reply was written after what was received, and its call never began. */
    private static Optional<Finding> elsewhere(Case observed) {
        boolean misspelt = observed.scan().calls().stream()
                .map(Scan.Invocation::method)
                .anyMatch(method -> !SENDS.contains(method) && SENDS.contains(method.toLowerCase(Locale.ROOT)));
        boolean sends =
                SENDS.stream().anyMatch(method -> observed.writes(method).isPresent());
        boolean begun = observed.timeline().codeCalls().stream().anyMatch(call -> call.is(CallKind.SEND));
        boolean met = observed.server() ? !observed.receptions().isEmpty() : observed.did(CallKind.CONNECT);
        return observed.scan().handlers().stream()
                .filter(handler -> !begun && met && (misspelt || (sends && (!observed.waiting() || gaveUp(observed)))))
                .filter(handler -> observed.timeline().uncaught().isEmpty() && catchesAll(handler))
                .findFirst()
                .map(handler -> Finding.at(observed.lastMet(), observed.line(handler.line())));
    }

    /** It heard the other side, closed, and waits for somebody else. */
    private static boolean gaveUp(Case observed) {
        return observed.waitsIn("accept")
                && !observed.receptions().isEmpty()
                && observed.successes(CallKind.CLOSE).stream().anyMatch(observed::onConversation);
    }

    private static boolean catchesAll(Scan.Handler handler) {
        return handler.types().isEmpty()
                || handler.types().stream().anyMatch(Set.of("Exception", "BaseException")::contains);
    }
}
