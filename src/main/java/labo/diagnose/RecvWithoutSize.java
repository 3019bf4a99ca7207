package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** recv wants to know how much to take at most. */
final class RecvWithoutSize implements Misconception {
    @Override
    public String id() {
        return "recv-without-size";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("TypeError")
                        && (fault.says("recv() missing")
                                || fault.says("recv() takes")
                                || fault.says("recvfrom() missing")
                                || (fault.in(CallKind.RECV) && fault.says("argument"))))
                .map(fault -> Finding.at(fault));
    }
}
