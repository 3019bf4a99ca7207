package labo.diagnose;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiPredicate;
import labo.observe.Call;
import labo.observe.Octets;
import labo.observe.PeerEvent;

/** Two messages came out of one recv, and were taken for one. */
final class MessagesGlued implements Misconception {
    private static final int PREFIX = 4;

    @Override
    public String id() {
        return "messages-glued";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean calm = observed.server()
                && observed.timeline().uncaught().isEmpty()
                && new PartialSendIgnored().recognise(observed).isEmpty();
        return observed.receptions().stream()
                .filter(call -> calm)
                .filter(call -> (repliesMissing(observed) && holdsSeveral(call, observed))
                        || (framed(call) > 1 && repliesDiffer(observed)))
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line(), String.valueOf(Case.lengthOf(call))));
    }

    /** Whether machine B got something, and less than it should have. */
    private static boolean repliesMissing(Case observed) {
        return replies(observed, (got, wanted) -> got.length() < wanted.length());
    }

    private static boolean repliesDiffer(Case observed) {
        return replies(observed, (got, wanted) -> !got.equals(wanted));
    }

    private static boolean replies(Case observed, BiPredicate<Octets, Octets> differ) {
        return observed.wantedReply()
                .filter(wanted -> observed.wantedBy()
                        .map(observed.timeline()::receivedBy)
                        .filter(got -> differ.test(got, wanted))
                        .isPresent())
                .isPresent();
    }

    /** Whether it took more than any one message, of a B that sent several. */
    private static boolean holdsSeveral(Call call, Case observed) {
        int longest = observed.timeline().peer("send").stream()
                .map(PeerEvent::length)
                .filter(length -> length != null)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(Integer.MAX_VALUE);
        return Case.lengthOf(call) > longest || lines(call) > 1;
    }

    /** How many whole lines it took: machine B may have put several messages in one segment. */
    private static long lines(Call call) {
        return call.arguments().data() == null
                ? 0
                : call.arguments().data().text().chars().filter(c -> c == '\n').count();
    }

    /** How many messages it took, each after its length on four octets; 0 where it holds anything else. */
    private static int framed(Call call) {
        Octets data = call.arguments().data();
        if (data == null || data.length() < PREFIX) {
            return 0;
        }
        ByteBuffer left = ByteBuffer.wrap(data.toArray());
        int messages = 0;
        while (left.remaining() >= PREFIX) {
            int length = left.getInt();
            if (length < 0 || length > left.remaining()) {
                return 0;
            }
            left.position(left.position() + length);
            messages++;
        }
        return left.hasRemaining() ? 0 : messages;
    }
}
