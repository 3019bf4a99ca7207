package labo.diagnose;

import java.util.Optional;
import labo.observe.CallKind;

/** The server connects, or the client binds and listens. */
final class RolesSwapped implements Misconception {
    @Override
    public String id() {
        return "roles-swapped";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean serverConnects = observed.server() && !waits(observed);
        CallKind wrong = !observed.server() ? CallKind.LISTEN : observed.tcp() ? CallKind.CONNECT : CallKind.SEND;
        boolean clientListens =
                observed.client() && observed.timeline().calls(CallKind.CONNECT).isEmpty();
        Optional<Finding> onTheWay = observed.timeline().calls(CallKind.BIND).stream()
                .filter(call -> clientListens && observed.writes("listen").isPresent())
                .findFirst()
                .map(call -> Finding.at(call, call.callKind().term()));
        return onTheWay.or(() -> observed.timeline().calls(wrong).stream()
                .filter(call -> serverConnects || clientListens)
                .findFirst()
                .map(call -> Finding.at(call, call.callKind().term())));
    }

    /** Whether the server has put itself where it can be found. */
    private static boolean waits(Case observed) {
        return observed.did(observed.tcp() ? CallKind.LISTEN : CallKind.BIND);
    }
}
