package labo.check;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import labo.lesson.EventPattern;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Entered;
import labo.observe.Raised;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Where in the learner's file to look. Every answer is a 1-based line, or null where nothing was seen. */
final class Places {
    private Places() {}

    /** The line of the last call of the pattern's kind, or else of what stopped the program. */
    static @Nullable Integer of(EventPattern pattern, Timeline timeline) {
        return last(call -> call.kind().equals(pattern.kind()), timeline);
    }

    /** The line of the last call of that kind, or else of what stopped the program. */
    static @Nullable Integer last(CallKind kind, Timeline timeline) {
        return last(call -> call.is(kind), timeline);
    }

    private static @Nullable Integer last(Predicate<Call> match, Timeline timeline) {
        return timeline.all(Call.class)
                .filter(match)
                .flatMap(call -> Stream.ofNullable(call.line()))
                .reduce((first, last) -> last)
                .or(() -> stopped(timeline))
                .map(CodeLine::line)
                .orElse(null);
    }

    /** The line of the call that the program last entered. */
    static @Nullable Integer lastEntered(Timeline timeline) {
        return timeline.all(Entered.class)
                .flatMap(entered -> Stream.ofNullable(entered.line()))
                .reduce((first, last) -> last)
                .map(CodeLine::line)
                .orElse(null);
    }

    /** The line of the exception that stopped the program, or else of the last {@code print} in the source. */
    static @Nullable Integer print(Timeline timeline) {
        return stopped(timeline)
                .map(CodeLine::line)
                .or(() -> timeline.scan().flatMap(Places::lastPrint))
                .orElse(null);
    }

    private static Optional<Integer> lastPrint(Scan scan) {
        return scan.calls().stream()
                .filter(call -> call.name().equals("print"))
                .reduce((first, last) -> last)
                .map(Scan.Invocation::line);
    }

    private static Optional<CodeLine> stopped(Timeline timeline) {
        return timeline.uncaught().map(Raised::line);
    }
}
