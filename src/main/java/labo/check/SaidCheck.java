package labo.check;

import labo.lesson.Expectation;
import labo.observe.Octets;
import labo.observe.ProgramEvent;
import labo.observe.Timeline;

/** What the program wrote in all, wherever it wrote it. */
record SaidCheck(Expectation.Said expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        Octets said = Octets.join(timeline.all(ProgramEvent.Wrote.class)
                .map(ProgramEvent.Wrote::data)
                .toList());
        return OctetMatcher.verdict(expected.match(), said, Places.print(timeline));
    }
}
