package labo.check;

import java.util.stream.Stream;
import labo.lesson.Expectation;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Octets;
import labo.observe.Timeline;

/** What the program received in all. */
record TakenCheck(Expectation.Taken expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        return OctetMatcher.verdict(expected.match(), takenIn(timeline), Places.last(CallKind.RECV, timeline));
    }

    private static Octets takenIn(Timeline timeline) {
        return Octets.join(timeline.calls(CallKind.RECV).stream()
                .filter(Call::succeeded)
                .flatMap(call -> Stream.ofNullable(call.arguments().data()))
                .toList());
    }
}
