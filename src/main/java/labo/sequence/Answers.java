package labo.sequence;

import java.util.List;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;
import labo.observe.Packet;
import labo.observe.Timeline;

/**
 * Puts the end of a connect behind the packet that answered it: the tracer may note the end a little before the capture,
 * on the other machine, notes the packet that caused it.
 */
final class Answers {
    private static final double CLOCK_SLACK_S = 0.002;

    private final List<Packet> answers;

    Answers(Timeline timeline) {
        answers = timeline.all(Packet.class)
                .filter(packet ->
                        packet.flags().contains("SYN") || packet.flags().contains("RST"))
                .filter(packet -> packet.flags().contains("ACK"))
                .toList();
    }

    /** When the call ended, seconds since the epoch. */
    double endOf(Call call) {
        Endpoint server = call.arguments().address();
        if (!call.is(CallKind.CONNECT) || server == null) {
            return call.end();
        }
        return answers.stream()
                .filter(packet -> packet.from().equals(server))
                .mapToDouble(Packet::time)
                .filter(time -> time >= call.start() && time <= call.end() + CLOCK_SLACK_S)
                .map(time -> Math.max(Math.nextUp(time), call.end()))
                .findFirst()
                .orElse(call.end());
    }
}
