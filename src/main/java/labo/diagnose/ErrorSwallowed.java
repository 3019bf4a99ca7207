package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    @Override
    public String id() {
        return "error-swallowed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return onSocket(observed).or(() -> elsewhere(observed));
    }

    private static Optional<Finding> onSocket(Case observed) {
        return observed.fault()
                .filter(fault -> fault.swallowed() && MISTAKES.contains(fault.exception()))
                .map(Finding::at);
    }

    /** A mistake that no socket saw: the reply was written after what was received, and its call never began. */
    private static Optional<Finding> elsewhere(Case observed) {
        boolean sends = Stream.of("send", "sendall", "sendto")
                .anyMatch(method -> observed.writes(method).isPresent()
                        || observed.scan().calls().stream()
                                .anyMatch(call -> call.method().equalsIgnoreCase(method)));
        boolean begun = observed.timeline().codeCalls().stream().anyMatch(call -> call.is(CallKind.SEND));
        boolean met = observed.server() ? !observed.receptions().isEmpty() : observed.did(CallKind.CONNECT);
        return observed.scan().handlers().stream()
                .filter(handler -> sends && !begun && met && !observed.waiting())
                .filter(handler -> observed.timeline().uncaught().isEmpty() && catchesAll(handler))
                .findFirst()
                .map(handler -> Finding.at(observed.lastMet(), observed.line(handler.line())));
    }

    private static boolean catchesAll(Scan.Handler handler) {
        return handler.types().isEmpty()
                || handler.types().stream().anyMatch(Set.of("Exception", "BaseException")::contains);
    }
}
