package labo.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places the kernel's calls in the learner's code: a kernel's call belongs to the interpreter's call that was under
 * way in the same thread, the innermost if several were. Where the hook said nothing, the line stays unknown.
 */
final class CodeLines {
    /** The two sources read one clock, but not at one moment. */
    private static final double CLOCK_SLACK_S = 0.000_05;

    private CodeLines() {}

    static List<Event> attach(List<Event> events) {
        Map<Integer, ThreadOfCode> threads = threads(events);
        return threads.isEmpty()
                ? events
                : events.stream().map(event -> placed(event, threads)).toList();
    }

    private static Map<Integer, ThreadOfCode> threads(List<Event> events) {
        Map<Integer, List<Call>> byThread = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Call call && call.source() == Source.CODE && call.line() != null) {
                byThread.computeIfAbsent(call.thread(), thread -> new ArrayList<>())
                        .add(call);
            }
        }
        Map<Integer, ThreadOfCode> threads = new HashMap<>();
        byThread.forEach((thread, calls) -> threads.put(thread, new ThreadOfCode(calls)));
        return threads;
    }

    private static Event placed(Event event, Map<Integer, ThreadOfCode> threads) {
        if (!(event instanceof Call call) || call.source() != Source.KERNEL || call.line() != null) {
            return event;
        }
        ThreadOfCode thread = threads.get(call.thread());
        CodeLine line = thread == null ? null : thread.lineAt(call.start());
        return line == null ? call : call.at(line);
    }

    /** The interpreter's calls of one thread. */
    private static final class ThreadOfCode {
        /** By their start. */
        private final List<Call> calls;

        /** For each call, the latest end of it and those before it: none before it is under way later. */
        private final double[] latestEnds;

        ThreadOfCode(List<Call> unsorted) {
            calls = unsorted.stream()
                    .sorted(Comparator.comparingDouble(Call::start))
                    .toList();
            latestEnds = new double[calls.size()];
            double latest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < latestEnds.length; i++) {
                latest = Math.max(latest, calls.get(i).end());
                latestEnds[i] = latest;
            }
        }

        /** The line of the call that was under way then; of those that only nearly were, the nearest. */
        @Nullable
        CodeLine lineAt(double time) {
            CodeLine nearest = null;
            double least = CLOCK_SLACK_S;
            for (int i = CallOrder.startedBy(calls, time + CLOCK_SLACK_S) - 1;
                    i >= 0 && latestEnds[i] + CLOCK_SLACK_S >= time;
                    i--) {
                double distance = distance(calls.get(i), time);
                if (distance == 0) {
                    return calls.get(i).line();
                }
                if (distance <= least) {
                    least = distance;
                    nearest = calls.get(i).line();
                }
            }
            return nearest;
        }

        private static double distance(Call call, double time) {
            return Math.max(0, Math.max(call.start() - time, time - call.end()));
        }
    }
}
