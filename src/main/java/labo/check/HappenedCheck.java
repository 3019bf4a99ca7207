package labo.check;

import java.util.List;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.observe.Event;
import labo.observe.Timeline;

/** Events happened, so many times. */
record HappenedCheck(Expectation.Happened expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        EventPattern pattern = expected.pattern();
        if (pattern.view() == EventPattern.View.PACKET && !timeline.facts().captured()) {
            return new Verdict.Unjudged(Texts.of("unjudged.packets"));
        }
        List<Event> found = EventMatcher.matching(pattern, timeline).toList();
        Integer most = expected.most();
        if (found.size() >= expected.least() && (most == null || found.size() <= most)) {
            return new Verdict.Passed();
        }
        return new Verdict.Failed(
                Describe.pattern(pattern, expected.least(), most),
                found.isEmpty() ? Describe.insteadOf(pattern, timeline) : Texts.of("happened.times", found.size()),
                null,
                Places.of(pattern, timeline));
    }
}
