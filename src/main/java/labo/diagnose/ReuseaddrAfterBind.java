package labo.diagnose;

import java.util.Optional;

/** SO_REUSEADDR comes too late: bind has been called. */
final class ReuseaddrAfterBind implements Misconception {
    @Override
    public String id() {
        return "reuseaddr-after-bind";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.errno("EADDRINUSE")
                        && observed.scan().calls().stream()
                                .anyMatch(call -> call.method().equals("setsockopt")
                                        && String.join(" ", call.arguments()).contains("REUSEADDR")))
                .map(fault -> Finding.at(fault));
    }
}
