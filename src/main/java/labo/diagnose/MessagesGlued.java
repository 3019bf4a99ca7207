package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.PeerEvent;

/** Two messages came out of one recv, and were taken for one. */
final class MessagesGlued implements Misconception {
    @Override
    public String id() {
        return "messages-glued";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean fewer = observed.server()
                && repliesMissing(observed)
                && observed.timeline().uncaught().isEmpty();
        return observed.receptions().stream()
                .filter(call -> fewer && holdsSeveral(call, observed))
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line(), String.valueOf(Case.lengthOf(call))));
    }

    /** Whether machine B got something, and less than it should have. */
    private static boolean repliesMissing(Case observed) {
        return observed.wantedReply()
                .filter(wanted -> observed.wantedBy()
                        .map(observed.timeline()::receivedBy)
                        .filter(got -> got.length() < wanted.length())
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
}
