package labo.diagnose;

import java.util.Optional;
import labo.observe.Scan;

/** The program asks the keyboard before it serves. */
final class WaitsForKeyboard implements Misconception {
    @Override
    public String id() {
        return "waits-for-keyboard";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        Optional<Scan.Invocation> input = observed.scan().calls().stream()
                .filter(call -> call.name().equals("input"))
                .findFirst();
        Optional<Fault> fault = observed.fault().filter(found -> found.is("EOFError"));
        return fault.filter(found -> input.isPresent()).map(Finding::at);
    }
}
