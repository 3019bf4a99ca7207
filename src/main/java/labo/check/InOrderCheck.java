package labo.check;

import java.util.List;
import java.util.stream.Collectors;
import labo.lesson.EventPattern;
import labo.lesson.Expectation;
import labo.observe.Event;
import labo.observe.Timeline;

/** Events happened one after the other. */
record InOrderCheck(Expectation.InOrder expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        List<EventPattern> patterns = expected.patterns();
        if (!timeline.facts().captured()
                && patterns.stream().anyMatch(pattern -> pattern.view() == EventPattern.View.PACKET)) {
            return new Verdict.Unjudged(Texts.of("unjudged.packets"));
        }
        int reached = 0;
        for (Event event : timeline.events()) {
            if (reached < patterns.size() && EventMatcher.matches(patterns.get(reached), event, timeline.facts())) {
                reached++;
            }
        }
        if (reached == patterns.size()) {
            return new Verdict.Passed();
        }
        String order = patterns.stream().map(Describe::briefly).collect(Collectors.joining(Texts.of("order.then")));
        EventPattern missing = patterns.get(reached);
        return new Verdict.Failed(
                Texts.of("order.expected", order),
                Texts.of("order.observed", Describe.briefly(missing), Describe.insteadOf(missing, timeline)),
                null,
                Places.of(missing, timeline));
    }
}
