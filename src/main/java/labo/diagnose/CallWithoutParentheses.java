package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import labo.observe.Scan;

/** A method is named, not called. */
final class CallWithoutParentheses implements Misconception {
    private static final Set<String> METHODS =
            Set.of("bind", "listen", "accept", "connect", "recv", "send", "sendall", "close", "main");

    @Override
    public String id() {
        return "call-without-parentheses";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.scan().bare().stream()
                .filter(bare -> METHODS.contains(method(bare)) && !called(method(bare), observed))
                .findFirst()
                .map(bare -> Finding.at(
                        method(bare).equals("close") ? observed.end() : observed.start(),
                        observed.line(bare.line()),
                        bare.name()));
    }

    private static String method(Scan.Named bare) {
        return bare.name().substring(bare.name().lastIndexOf('.') + 1);
    }

    private static boolean called(String method, Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.method().equals(method));
    }
}
