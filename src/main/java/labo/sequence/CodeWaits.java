package labo.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CallOrder;
import labo.observe.Entered;
import labo.observe.Source;
import labo.observe.Timeline;

/**
 * When the learner's calls really began to wait. With a timeout Python waits in a call of its own, which the kernel's
 * trace does not tell, before it makes the one that is told.
 */
final class CodeWaits {
    /** The two sources read one clock, but not at one moment. */
    private static final double CLOCK_SLACK_S = 0.000_05;

    private static final Set<CallKind> WAITING = Set.of(CallKind.ACCEPT, CallKind.RECV, CallKind.CONNECT);

    private final Map<Integer, List<Call>> byThread = new HashMap<>();
    private final Map<Integer, Double> lastEnd = new HashMap<>();
    private final Set<Call> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    CodeWaits(Timeline timeline) {
        for (Call call : timeline.codeCalls()) {
            lastEnd.merge(call.thread(), call.end(), Math::max);
            if (WAITING.contains(call.callKind())) {
                byThread.computeIfAbsent(call.thread(), thread -> new ArrayList<>())
                        .add(call);
            }
        }
        byThread.values().forEach(calls -> calls.sort(Comparator.comparingDouble(Call::start)));
    }

    /** Whether no call of that thread has ended since. */
    boolean hangs(Entered entered) {
        return lastEnd.getOrDefault(entered.thread(), Double.NEGATIVE_INFINITY) < entered.time();
    }

    /** When the learner's code made the call, seconds since the epoch: its start, where the code said nothing. */
    double startOf(Call call) {
        if (call.source() != Source.KERNEL) {
            return call.start();
        }
        List<Call> calls = byThread.getOrDefault(call.thread(), List.of());
        int at = CallOrder.startedBy(calls, call.start() + CLOCK_SLACK_S) - 1;
        if (at < 0) {
            return call.start();
        }
        Call around = calls.get(at);
        boolean encloses = around.is(call.callKind()) && around.end() + CLOCK_SLACK_S >= call.start();
        return encloses && taken.add(around) ? around.start() : call.start();
    }
}
