package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;
import labo.observe.CodeLine;

/** accept gives two things, and they were taken for one. */
final class AcceptNotUnpacked implements Misconception {
    private static boolean onAccept(Case observed, Fault fault) {
        CodeLine line = fault.line();
        return line != null
                && observed.scan().calls().stream()
                        .anyMatch(call -> call.method().equals("accept") && call.line() == line.line());
    }

    @Override
    public String id() {
        return "accept-not-unpacked";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> (fault.is("AttributeError", "TypeError")
                                && fault.says("'tuple' object ")
                                && observed.did(CallKind.ACCEPT))
                        || (fault.is("ValueError", "TypeError") && fault.says("unpack") && onAccept(observed, fault)))
                .map(fault -> Finding.at(fault));
    }
}
