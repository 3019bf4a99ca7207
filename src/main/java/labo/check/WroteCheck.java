package labo.check;

import labo.lesson.Expectation;
import labo.observe.Timeline;

/** What the program wrote on stdout, or on stderr. */
record WroteCheck(Expectation.Wrote expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        return OctetMatcher.verdict(expected.match(), timeline.output(expected.error()), Places.print(timeline));
    }
}
