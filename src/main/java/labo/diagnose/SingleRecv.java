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
    /** Fewer octets than anybody asks for who takes whatever is there. */
    private static final int EXACT = 64;

    @Override
    public String id() {
        return "single-recv";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return once(observed)
                .or(() -> stopsEarly(observed))
                .or(() -> partTakenForAll(observed))
                .or(() -> passedOn(observed));
    }

    /** It asks once, and goes on. */
    private static Optional<Finding> once(Case observed) {
        List<Call> receptions = observed.receptions();
        boolean once = receptions.size() == 1
                && (observed.writes("recv").stream().noneMatch(Scan.Invocation::inLoop) || observed.leftByItself());
        return receptions.stream()
                .filter(call -> once && isShort(observed) && !lostPatience(observed))
                .filter(call -> sent(observed) > Case.lengthOf(call))
                .findFirst()
                .map(call -> found(call, Case.lengthOf(call)));
    }

    /** A part of a line goes to others as if it were the whole line. */
    private static Optional<Finding> passedOn(Case observed) {
        return observed.receptions().stream()
                .filter(call -> isPassedOn(call, observed))
                .findFirst()
                .map(call -> found(call, Case.lengthOf(call)));
    }

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

    /** It asks several times, and stops before the end of the stream, though no patience ran out. */
    private static Optional<Finding> stopsEarly(Case observed) {
        int taken = observed.receptions().stream().mapToInt(Case::lengthOf).sum();
        boolean early = observed.client()
                && isShort(observed)
                && observed.leftByItself()
                && observed.timeline().calls(CallKind.RECV).stream().allMatch(call -> Case.lengthOf(call) > 0)
                && !lostPatience(observed)
                && sent(observed) > taken;
        return observed.receptions().stream()
                .filter(call -> early)
                .reduce((first, last) -> last)
                .map(call -> found(call, taken));
    }

    /** A server asks for so many octets, gets fewer, and does not ask for the rest. */
    private static Optional<Finding> partTakenForAll(Case observed) {
        boolean replies = observed.server() && observed.wantedReply().isPresent() && !observed.wantsOneReply();
        return observed.receptions().stream()
                .filter(call -> replies && isPart(call) && sent(observed) > takenUntil(call, observed))
                .filter(call -> !asksForMore(call, observed))
                .findFirst()
                .map(call -> found(call, Case.lengthOf(call)));
    }

    /** Whether so little was asked for that all of it was meant. */
    private static boolean isPart(Call call) {
        Integer size = call.arguments().size();
        return size != null && size < EXACT && Case.lengthOf(call) < size;
    }

    private static boolean asksForMore(Call call, Case observed) {
        int size = Objects.requireNonNullElse(call.arguments().size(), 0);
        int rest = size - Case.lengthOf(call);
        return observed.timeline().calls().stream()
                .filter(next -> next.on(call.socket()) && next.start() > call.start())
                .findFirst()
                .filter(next -> next.is(CallKind.RECV))
                .map(next -> next.arguments().size())
                .filter(asked -> asked == rest || asked == size)
                .isPresent();
    }

    private static int takenUntil(Call call, Case observed) {
        return observed.receptions().stream()
                .filter(other -> other.start() <= call.start())
                .mapToInt(Case::lengthOf)
                .sum();
    }

    /** Whether a reception ran out of time: then it was silence that was taken for the end. */
    private static boolean lostPatience(Case observed) {
        return observed.timeline().codeCalls().stream()
                .anyMatch(call -> call.is(CallKind.RECV) && call.exception() != null);
    }

    private static boolean isShort(Case observed) {
        return observed.aboutTaken() || observed.aboutOutput();
    }

    /** How many octets machine B sent in all. */
    private static int sent(Case observed) {
        return observed.timeline().peer("send").stream()
                .mapToInt(event -> event.length() == null ? 0 : event.length())
                .sum();
    }

    private static Finding found(Call call, int octets) {
        return Finding.at(Math.nextUp(call.end()), call.line(), String.valueOf(octets));
    }
}
