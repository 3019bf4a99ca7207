package labo.diagnose;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import labo.observe.Scan;

/** A method is named, not called. */
final class CallWithoutParentheses implements Misconception {
    private static final Set<String> METHODS =
            Set.of("bind", "listen", "accept", "connect", "recv", "send", "sendall", "close", "start", "main");

    /** What Python shows of a method that is not called. */
    private static final Pattern BOUND =
            Pattern.compile("<(?:bound method socket|built-in method)\\.? ?(accept|recv|recvfrom|decode|encode)\\b");

    private static final Pattern METHOD_OBJECT =
            Pattern.compile("unpack non-iterable (?:builtin_function_or_method|method|function) object");
    private static final Pattern AT_THE_END = Pattern.compile("=\\s*([\\w.]+)$");

    @Override
    public String id() {
        return "call-without-parentheses";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return bare(observed).or(() -> shown(observed)).or(() -> taken(observed));
    }

    /** The name stands alone, as a statement. */
    private static Optional<Finding> bare(Case observed) {
        return observed.scan().bare().stream()
                .filter(bare -> isMeant(method(bare), observed) && !called(method(bare), observed))
                .findFirst()
                .map(bare -> Finding.at(
                        method(bare).equals("close") ? observed.end() : observed.start(),
                        observed.line(bare.line()),
                        bare.name()));
    }

    /** The method itself was printed in the place of what it returns. */
    private static Optional<Finding> shown(Case observed) {
        return BOUND.matcher(observed.timeline().output(false).text())
                .results()
                .findFirst()
                .map(found -> Finding.at(observed.start(), null, found.group(1)));
    }

    /** The method itself was unpacked, or used, in the place of what it returns. */
    private static Optional<Finding> taken(Case observed) {
        return observed.timeline()
                .uncaught()
                .filter(raised -> raised.exception().equals("TypeError")
                        && METHOD_OBJECT.matcher(raised.message()).find())
                .flatMap(raised -> AT_THE_END
                        .matcher(Objects.toString(raised.text(), "").strip())
                        .results()
                        .findFirst()
                        .map(found -> Finding.at(raised.time(), raised.line(), found.group(1))));
    }

    private static boolean isMeant(String name, Case observed) {
        return METHODS.contains(name)
                || observed.scan().functions().stream()
                        .anyMatch(function -> function.name().equals(name));
    }

    private static String method(Scan.Named bare) {
        return bare.name().substring(bare.name().lastIndexOf('.') + 1);
    }

    private static boolean called(String method, Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.method().equals(method));
    }
}
