package labo.check;

import labo.observe.CodeLine;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Timeline;

/** No exception went uncaught, and no limit was hit. */
record NoCrashCheck() implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        if (timeline.limit().isPresent()) {
            ProgramEvent.LimitHit limit = timeline.limit().get();
            return failed(Describe.limit(limit), null);
        }
        if (timeline.uncaught().isPresent()) {
            Raised raised = timeline.uncaught().get();
            return failed(Describe.raised(raised), raised.line());
        }
        boolean started = timeline.all(ProgramEvent.Started.class).findAny().isPresent();
        return started ? new Verdict.Passed() : failed(Texts.of("nothing"), null);
    }

    private static Verdict failed(String observed, @org.jspecify.annotations.Nullable CodeLine line) {
        return new Verdict.Failed(Texts.of("no-crash.expected"), observed, null, line == null ? null : line.line());
    }
}
