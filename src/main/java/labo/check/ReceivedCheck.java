package labo.check;

import labo.lesson.Expectation;
import labo.observe.CallKind;
import labo.observe.Octets;
import labo.observe.Timeline;

/** What machine B's endpoint received in all. */
record ReceivedCheck(Expectation.Received expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        Octets received = timeline.receivedBy(expected.by());
        return OctetMatcher.verdict(expected.match(), received, Places.last(CallKind.SEND, timeline));
    }
}
