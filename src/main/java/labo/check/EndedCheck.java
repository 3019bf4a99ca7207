package labo.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import labo.lesson.Expectation;
import labo.observe.CodeLine;
import labo.observe.Ending;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** How the program ended, or what it waits in. */
record EndedCheck(Expectation.Ended expected) implements Check {
    @Override
    public Verdict examine(Timeline timeline) {
        if (timeline.limit().isPresent()) {
            return failed(Describe.limit(timeline.limit().get()), timeline);
        }
        Optional<ProgramEvent.Exited> exit = timeline.exit();
        if (exit.isEmpty()) {
            return failed(Texts.of("nothing"), timeline);
        }
        if (!exit.get().stopped()) {
            return endedByItself(exit.get(), timeline);
        }
        return waitsAsAllowed(timeline) ? new Verdict.Passed() : failed(stillRunning(timeline.ending()), timeline);
    }

    private Verdict endedByItself(ProgramEvent.Exited exit, Timeline timeline) {
        Integer code = exit.code();
        if (code != null
                && expected.codes().contains(code)
                && timeline.uncaught().isEmpty()) {
            return new Verdict.Passed();
        }
        String how = timeline.uncaught().map(Describe::raised).orElseGet(() -> Describe.exit(exit));
        return failed(how, timeline);
    }

    /** A program that waits in poll or select waits for all its sockets at once, the listening one among them. */
    private boolean waitsAsAllowed(Timeline timeline) {
        Ending ending = timeline.ending();
        if (!ending.is(Ending.How.WAITING) || timeline.uncaught().isPresent()) {
            return false;
        }
        List<String> allowed = expected.orWaiting();
        return allowed.stream().anyMatch(ending::waitsIn) || (!allowed.isEmpty() && ending.waitsIn("poll"));
    }

    private static String stillRunning(Ending ending) {
        String waits = ending.waits().stream().map(Ending.Wait::call).distinct().collect(Collectors.joining(", "));
        return waits.isEmpty() ? Texts.of("ended.running") : Texts.of("ended.waiting", waits);
    }

    private Verdict failed(String observed, Timeline timeline) {
        return new Verdict.Failed(wanted(), observed, null, lineOf(timeline));
    }

    private String wanted() {
        String codes = expected.codes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String waiting = String.join(", ", expected.orWaiting());
        if (codes.isEmpty()) {
            return Texts.of("ended.expected-waiting", waiting);
        }
        return waiting.isEmpty()
                ? Texts.of("ended.expected", codes)
                : Texts.of("ended.expected-or-waiting", codes, waiting);
    }

    private static @Nullable Integer lineOf(Timeline timeline) {
        CodeLine line = timeline.uncaught().map(Raised::line).orElse(null);
        return line == null ? Places.lastEntered(timeline) : Integer.valueOf(line.line());
    }
}
