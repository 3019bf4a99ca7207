package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;

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
                .filter(call -> isSmall(call) && repliesTooOften(observed))
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(call.arguments().size())));
    }

    private static boolean isSmall(Call call) {
        Integer size = call.arguments().size();
        return size != null && size < SMALL && Case.lengthOf(call) == size;
    }

    /** A reply for each crumb, or a message shown in crumbs. */
    private static boolean repliesTooOften(Case observed) {
        return observed.receptions().size() > 1 || observed.aboutTaken();
    }
}
