package labo.check;

import labo.lesson.Expectation;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** The program makes its calls itself. A source that could not be read passes nothing. */
record OwnCallsCheck(Expectation.OwnCalls expected) implements Check {
    /** How many imports a scan tells at most: what comes after them is not known. */
    private static final int MOST = 400;

    @Override
    public Verdict examine(Timeline timeline) {
        return timeline.scan().map(this::examine).orElseGet(() -> failed(Texts.of("nothing"), null));
    }

    private Verdict examine(Scan scan) {
        Scan.Fault fault = scan.fault();
        if (fault != null) {
            return failed(Texts.of("own.unreadable", fault.message()), fault.line());
        }
        if (scan.imports().size() >= MOST) {
            return failed(Texts.of("own.too-many"), null);
        }
        return scan.imports().stream()
                .filter(module -> expected.modules().contains(topLevel(module.name())))
                .findFirst()
                .map(module -> failed(Texts.of("own.observed", module.name()), module.line()))
                .orElseGet(Verdict.Passed::new);
    }

    private static String topLevel(String module) {
        return module.split("\\.", 2)[0];
    }

    private static Verdict failed(String observed, @Nullable Integer line) {
        return new Verdict.Failed(Texts.of("own.expected"), observed, null, line);
    }
}
