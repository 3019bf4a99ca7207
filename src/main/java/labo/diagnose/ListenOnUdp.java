package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** listen and accept are TCP's. */
final class ListenOnUdp implements Misconception {
    @Override
    public String id() {
        return "listen-on-udp";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> (fault.errno("EOPNOTSUPP") || fault.errno("ENOTSUP"))
                        && (fault.in(CallKind.LISTEN) || fault.in(CallKind.ACCEPT)))
                .map(fault -> Finding.at(fault));
    }
}
