package labo.check;

import java.util.Optional;
import labo.lesson.Expectation;
import labo.observe.Scan;
import labo.observe.Timeline;

/** The program makes its calls itself. A source that could not be read passes nothing. */
record OwnCallsCheck(Expectation.OwnCalls expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        Optional<Scan> scan = timeline.scan();
        if (scan.isEmpty()) {
            return new Verdict.Failed(Texts.of("own.expected"), Texts.of("nothing"), null, null);
        }
        return scan.get().imports().stream()
                .filter(module -> expected.modules().contains(module.name().split("\\.", 2)[0]))
                .findFirst()
                .<Verdict>map(module -> new Verdict.Failed(
                        Texts.of("own.expected"), Texts.of("own.observed", module.name()), null, module.line()))
                .orElseGet(Verdict.Passed::new);
    }
}
