package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** A TCP socket where UDP was asked for. */
final class TcpInsteadOfUdp implements Misconception {
    @Override
    public String id() {
        return "tcp-instead-of-udp";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.successes(CallKind.SOCKET).stream()
                .filter(call -> !observed.tcp() && isOf(call, "SOCK_STREAM"))
                .filter(call -> observed.successes(CallKind.SOCKET).stream().allMatch(any -> isOf(any, "SOCK_STREAM")))
                .findFirst()
                .map(Finding::at);
    }

    private static boolean isOf(Call call, String type) {
        String actual = call.arguments().type();
        return actual != null && actual.startsWith(type);
    }
}
