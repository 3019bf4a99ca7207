package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.CodeLine;

/** The address is given as two arguments, or as a text. */
final class AddressNotTuple implements Misconception {
    @Override
    public String id() {
        return "address-not-tuple";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> spreadsOver(fault, observed) || isRefused(fault))
                .map(fault -> Finding.at(fault));
    }

    private static boolean isRefused(Fault fault) {
        return fault.is("TypeError", "ValueError")
                && (fault.in(CallKind.BIND) || fault.in(CallKind.CONNECT) || fault.says("address must be tuple"))
                && (fault.says("must be tuple")
                        || fault.says("exactly one argument")
                        || fault.says("positional argument")
                        || fault.says("must be a pair"));
    }

    /** Whether it is a {@code sendto} with the host and the port as two arguments: Python takes the host for flags. */
    static boolean spreadsOver(Fault fault, Case observed) {
        CodeLine line = fault.line();
        return line != null
                && fault.is("TypeError")
                && fault.in(CallKind.SEND)
                && fault.says("cannot be interpreted as an integer")
                && observed.scan().calls().stream()
                        .filter(call -> call.method().equals("sendto") && call.line() == line.line())
                        .anyMatch(call -> call.arguments().size() > 2);
    }
}
