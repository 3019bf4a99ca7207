package labo.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.Packet;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import labo.observe.Timeline;

/** Picks from a timeline what is drawn, in order of time; a call that waited is there twice. */
final class Moments {
    /** A send that takes longer than this waits for room; a shorter one does not wait for the ACKs that come meanwhile. */
    private static final double LONG_SEND_S = 0.010;

    /** A call that takes longer than this waits, even if nothing came in. */
    private static final double LONG_WAIT_S = 0.020;

    private final Timeline timeline;
    private final CodeWaits waits;
    private final Answers answers;
    /** When something came from the other machine, in order. */
    private final double[] arrivals;

    private Moments(Timeline timeline) {
        this.timeline = timeline;
        this.waits = new CodeWaits(timeline);
        this.answers = new Answers(timeline);
        this.arrivals = timeline.events().stream()
                .filter(event -> event instanceof Packet || event instanceof PeerEvent)
                .mapToDouble(Event::time)
                .toArray();
    }

    static List<Moment> of(Timeline timeline) {
        return new Moments(timeline).all();
    }

    private List<Moment> all() {
        List<Moment> moments = new ArrayList<>();
        Map<Integer, Call> begunConnects = new HashMap<>();
        for (Event event : timeline.events()) {
            if (event instanceof Call call) {
                call(call, begunConnects, moments);
            } else if (event instanceof Entered entered ? waits.hangs(entered) : isDrawn(event)) {
                moments.add(new Moment.OfEvent(event));
            }
        }
        begunConnects.values().forEach(call -> moments.add(whole(call)));
        moments.sort(Comparator.comparingDouble(Moment::time));
        return Output.joined(moments);
    }

    private static boolean isDrawn(Event event) {
        return event instanceof Packet
                || event instanceof PeerEvent
                || event instanceof ProgramEvent
                || event instanceof Raised;
    }

    private void call(Call call, Map<Integer, Call> begunConnects, List<Moment> moments) {
        if (!isTold(call)) {
            return;
        }
        Integer socket = call.socket();
        if (socket != null && call.is(CallKind.CONNECT)) {
            if ("EINPROGRESS".equals(call.errno())) {
                begunConnects.put(socket, call);
                return;
            }
            Call begun = begunConnects.remove(socket);
            add(begun == null ? call : joined(begun, call), moments);
            return;
        }
        add(call, moments);
    }

    /** The source that judgements rest on; and what Python refused, which the kernel never heard of. */
    private boolean isTold(Call call) {
        Source trusted = timeline.facts().traced() ? Source.KERNEL : Source.CODE;
        return call.source() == trusted || (call.exception() != null && call.errno() == null);
    }

    /** A connection that was begun without waiting, and what came of it. */
    private static Call joined(Call begun, Call ended) {
        return new Call(
                begun.time(),
                begun.start(),
                ended.end(),
                ended.source(),
                CallKind.CONNECT,
                begun.method(),
                begun.process(),
                begun.thread(),
                begun.fd(),
                begun.socket(),
                ended.result(),
                ended.errno(),
                ended.exception(),
                ended.message(),
                begun.arguments(),
                begun.line());
    }

    private void add(Call call, List<Moment> moments) {
        double begun = mayWait(call) ? Math.min(call.start(), waits.startOf(call)) : call.start();
        boolean waits = call.end() - begun > LONG_WAIT_S || somethingCameIn(begun, call.end());
        if (mayWait(call) && waits) {
            moments.add(new Moment.OfCall(begun, call, Row.Part.BEGUN, begun));
            moments.add(new Moment.OfCall(answers.endOf(call), call, Row.Part.ENDED, begun));
        } else {
            moments.add(whole(call));
        }
    }

    private static Moment whole(Call call) {
        return new Moment.OfCall(call.time(), call, Row.Part.WHOLE, call.start());
    }

    private static boolean mayWait(Call call) {
        return switch (call.callKind()) {
            case ACCEPT, CONNECT, RECV -> true;
            case SEND -> call.end() - call.start() > LONG_SEND_S;
            default -> false;
        };
    }

    private boolean somethingCameIn(double from, double to) {
        int low = 0;
        int high = arrivals.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivals[middle] <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < arrivals.length && arrivals[low] < to;
    }
}
