package labo.diagnose;

import java.util.Optional;

/** The answer shown is written in the program, not received. */
final class CannedAnswer implements Misconception {
    @Override
    public String id() {
        return "canned-answer";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean other = observed.client()
                && observed.aboutOutput()
                && !observed.timeline().output(false).isEmpty();
        return other
                        && observed.timeline().uncaught().isEmpty()
                        && !observed.receptions().isEmpty()
                        && !new SingleRecv().recognise(observed).isPresent()
                ? observed.scan().calls().stream()
                        .filter(call -> call.name().equals("print"))
                        .reduce((first, last) -> last)
                        .map(call -> Finding.at(observed.end(), observed.line(call.line())))
                : Optional.empty();
    }
}
