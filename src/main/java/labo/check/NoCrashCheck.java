package labo.check;

import java.util.Optional;
import labo.observe.CodeLine;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** No exception went uncaught, no limit was hit, and no signal but the lab's own ended the program. */
record NoCrashCheck() implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        Optional<ProgramEvent.LimitHit> limit = timeline.limit();
        if (limit.isPresent()) {
            return failed(Describe.limit(limit.get()), null);
        }
        Optional<Raised> uncaught = timeline.uncaught();
        if (uncaught.isPresent()) {
            return failed(Describe.raised(uncaught.get()), uncaught.get().line());
        }
        Optional<ProgramEvent.Exited> killed = timeline.all(ProgramEvent.Exited.class)
                .filter(exit -> exit.signal() != null && !exit.stopped())
                .findFirst();
        if (killed.isPresent()) {
            return failed(Describe.exit(killed.get()), null);
        }
        boolean started = timeline.all(ProgramEvent.Started.class).findAny().isPresent();
        return started ? new Verdict.Passed() : failed(Texts.of("nothing"), null);
    }

    private static Verdict failed(String observed, @Nullable CodeLine line) {
        return new Verdict.Failed(Texts.of("no-crash.expected"), observed, null, line == null ? null : line.line());
    }
}
