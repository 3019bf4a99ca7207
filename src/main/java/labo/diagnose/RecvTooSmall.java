package labo.diagnose;

import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.Octets;

/** recv asks for so little that the message comes in crumbs. */
final class RecvTooSmall implements Misconception {
    /** Smaller than any message of the course. */
    private static final int SMALL = 16;

    @Override
    public String id() {
        return "recv-too-small";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.receptions().stream()
                .filter(call -> observed.tcp() ? isSmall(call) && repliesTooOften(observed) : cuts(call, observed))
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(call.arguments().size())));
    }

    /** Whether it took no more than it asked for, of a longer datagram: the rest of it is lost. */
    private static boolean cuts(Call call, Case observed) {
        Octets data = call.arguments().data();
        Integer size = call.arguments().size();
        return data != null
                && size != null
                && Case.lengthOf(call) == size
                && observed.timeline().peer("sendto").stream()
                        .flatMap(event -> Stream.ofNullable(event.data()))
                        .anyMatch(sent -> sent.length() > size && sent.startsWith(data));
    }

    private static boolean isSmall(Call call) {
        Integer size = call.arguments().size();
        return size != null && size < SMALL && Case.lengthOf(call) == size;
    }

    /** A reply for each crumb, or a message shown in crumbs; whoever must split messages reads few octets rightly. */
    private static boolean repliesTooOften(Case observed) {
        boolean byTheCount = observed.server() && !observed.wantsOneReply();
        return !byTheCount && (observed.receptions().size() > 1 || observed.aboutTaken());
    }
}
