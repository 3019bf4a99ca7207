package labo.observe;

import java.util.List;
import java.util.Optional;

/**
 * Places the kernel's calls in the learner's code: a kernel's call belongs to the interpreter's call that was under
 * way in the same thread. Where the hook said nothing, the line stays unknown.
 */
final class CodeLines {
    /** The two sources read one clock, but not at one moment. */
    private static final double CLOCK_SLACK_S = 0.000_05;

    private CodeLines() {}

    static List<Event> attach(List<Event> events) {
        List<Call> code = events.stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .filter(call -> call.source() == Source.CODE && call.line() != null)
                .toList();
        if (code.isEmpty()) {
            return events;
        }
        var byThread = code.stream().collect(java.util.stream.Collectors.groupingBy(Call::thread));
        return events.stream()
                .map(event -> event instanceof Call call && call.source() == Source.KERNEL && call.line() == null
                        ? place(call, byThread.getOrDefault(call.thread(), List.of()))
                        : event)
                .toList();
    }

    private static Event place(Call kernel, List<Call> sameThread) {
        Optional<CodeLine> line = sameThread.stream()
                .filter(code ->
                        code.start() - CLOCK_SLACK_S <= kernel.start() && kernel.start() <= code.end() + CLOCK_SLACK_S)
                .flatMap(code -> java.util.stream.Stream.ofNullable(code.line()))
                .reduce((outer, inner) -> inner);
        return line.<Event>map(kernel::at).orElse(kernel);
    }
}
