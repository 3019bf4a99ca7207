package labo.check;

import java.util.Optional;
import java.util.stream.Stream;
import labo.lesson.EventPattern;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Entered;
import labo.observe.Scan;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Where in the learner's file to look. Every answer is a 1-based line, or null where nothing was seen. */
final class Places {
    private Places() {}

    /** The line of the call that comes nearest to the pattern: of the same kind, or what stopped the program. */
    static @Nullable Integer of(EventPattern pattern, Timeline timeline) {
        Optional<CodeLine> sameKind = timeline.all(Call.class)
                .filter(call -> call.kind().equals(pattern.kind()))
                .flatMap(call -> Stream.ofNullable(call.line()))
                .reduce((first, last) -> last);
        Optional<CodeLine> place =
                sameKind.or(() -> timeline.uncaught().flatMap(raised -> Optional.ofNullable(raised.line())));
        return place.map(CodeLine::line).orElse(null);
    }

    /** The line of the last call of that kind, in the learner's code. */
    static @Nullable Integer last(CallKind kind, Timeline timeline) {
        Optional<CodeLine> last = timeline.all(Call.class)
                .filter(call -> call.is(kind))
                .flatMap(call -> Stream.ofNullable(call.line()))
                .reduce((first, second) -> second);
        return last.or(() -> timeline.uncaught().flatMap(raised -> Optional.ofNullable(raised.line())))
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
        Optional<Integer> raised = timeline.uncaught()
                .flatMap(found -> Optional.ofNullable(found.line()))
                .map(CodeLine::line);
        return raised.or(() -> timeline.scan()
                        .flatMap(scan -> scan.calls().stream()
                                .filter(call -> call.name().equals("print"))
                                .reduce((first, last) -> last)
                                .map(Scan.Invocation::line)))
                .orElse(null);
    }
}
