package labo.diagnose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Octets;
import labo.observe.Scan;

/** One recv is taken for the whole message. */
final class SingleRecv implements Misconception {
    @Override
    public String id() {
        return "single-recv";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        List<Call> receptions = observed.receptions();
        boolean once = receptions.size() == 1
                && (observed.writes("recv").stream().noneMatch(Scan.Invocation::inLoop) || observed.leftByItself());
        boolean short_ = observed.aboutTaken() || observed.aboutOutput();
        return receptions.stream()
                .filter(call -> (once && short_ && moreCame(observed, call)) || isPassedOn(call, observed))
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line(), String.valueOf(Case.lengthOf(call))));
    }

    /** A part of a line goes to others as if it were the whole line. */
    private static boolean isPassedOn(Call call, Case observed) {
        Octets part = call.arguments().data();
        return observed.server()
                && part != null
                && isUnfinished(part)
                && observed.wantedReply()
                        .filter(wanted -> !isUnfinished(wanted))
                        .isPresent()
                && observed.successes(CallKind.SEND).stream()
                        .anyMatch(send -> Objects.equals(send.arguments().data(), part) && !send.on(call.socket()));
    }

    private static boolean isUnfinished(Octets octets) {
        return !octets.text().endsWith("\n");
    }

    /** Whether machine B sent more than that call took. */
    private static boolean moreCame(Case observed, Call call) {
        return observed.timeline().peer("send").stream()
                        .mapToInt(event -> event.length() == null ? 0 : event.length())
                        .sum()
                > Case.lengthOf(call);
    }
}
