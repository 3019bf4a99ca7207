package labo.diagnose;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Scan;

/** SO_REUSEADDR comes too late: bind has been called. */
final class ReuseaddrAfterBind implements Misconception {
    @Override
    public String id() {
        return "reuseaddr-after-bind";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.errno("EADDRINUSE") && (setTooLate(observed) || writtenTooLate(fault, observed)))
                .map(fault -> Finding.at(fault));
    }

    /** An earlier start of the same program got past bind, and set the option then. */
    private static boolean setTooLate(Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> call.is(CallKind.BIND) && call.succeeded())
                .anyMatch(bind -> setReuse(observed)
                        .anyMatch(set ->
                                set.process() == bind.process() && set.on(bind.socket()) && bind.end() <= set.start()));
    }

    /** It was never set: bind had stopped the program before. */
    private static boolean writtenTooLate(Fault fault, Case observed) {
        return setReuse(observed).findAny().isEmpty()
                && observed.scan().calls().stream()
                        .anyMatch(call -> call.method().equals("setsockopt")
                                && String.join(" ", call.arguments()).contains("REUSEADDR")
                                && isOf(fault, call, observed));
    }

    /** Whether the option is set on the socket that asked for the port, as far as the source tells. */
    private static boolean isOf(Fault fault, Scan.Invocation set, Case observed) {
        return observed.scan().calls().stream()
                .filter(call -> call.method().equals("bind"))
                .filter(call ->
                        fault.line() == null || call.line() == fault.line().line())
                .anyMatch(bind -> owner(bind).equals(owner(set)) || !Objects.equals(bind.function(), set.function()));
    }

    private static String owner(Scan.Invocation call) {
        return call.name().substring(0, call.name().length() - call.method().length());
    }

    private static Stream<Call> setReuse(Case observed) {
        return observed.timeline().codeCalls().stream()
                .filter(call -> call.is(CallKind.SETSOCKOPT)
                        && String.valueOf(call.arguments().option()).contains("REUSEADDR"));
    }
}
