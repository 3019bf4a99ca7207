package labo.diagnose;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.observe.CallKind;
import labo.observe.Scan;

/** The answer shown is written in the program, not received. */
final class CannedAnswer implements Misconception {
    /** Octets as Python shows them. */
    private static final Pattern OCTETS = Pattern.compile("b['\"]");

    @Override
    public String id() {
        return "canned-answer";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean possible = observed.client()
                && (observed.aboutOutput() || observed.aboutTaken())
                && !observed.timeline().output(false).isEmpty()
                && observed.leftByItself();
        if (!possible || !((neverAsks(observed) && showsOctets(observed)) || showsAnother(observed))) {
            return Optional.empty();
        }
        return lastPrint(observed).map(call -> Finding.at(moment(observed), observed.line(call.line())));
    }

    private static boolean neverAsks(Case observed) {
        return Stream.of("recv", "recvfrom", "recv_into", "makefile", "read")
                .noneMatch(method -> observed.writes(method).isPresent());
    }

    private static boolean showsAnother(Case observed) {
        return observed.shouldShowWhatCame()
                && new SingleRecv().recognise(observed).isEmpty()
                && new AnswerNotPrinted().recognise(observed).isEmpty();
    }

    /** Whether what looks like octets was written on the output, received or not. */
    static boolean showsOctets(Case observed) {
        return OCTETS.matcher(observed.timeline().output(false).text()).find();
    }

    private static Optional<Scan.Invocation> lastPrint(Case observed) {
        return observed.scan().calls().stream()
                .filter(call -> call.name().equals("print"))
                .reduce((first, last) -> last);
    }

    /** Where nothing was asked for, the harm was done right after the question. */
    private static double moment(Case observed) {
        return neverAsks(observed)
                ? observed.successes(CallKind.SEND).stream()
                        .mapToDouble(call -> Math.nextUp(call.end()))
                        .findFirst()
                        .orElseGet(observed::end)
                : observed.end();
    }
}
