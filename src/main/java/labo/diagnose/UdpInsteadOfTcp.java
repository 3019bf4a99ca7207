package labo.diagnose;

import java.util.Optional;
import labo.observe.Call;
import labo.observe.CallKind;

/** A UDP socket where TCP was asked for. */
final class UdpInsteadOfTcp implements Misconception {
    @Override
    public String id() {
        return "udp-instead-of-tcp";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.successes(CallKind.SOCKET).stream()
                .filter(call -> observed.tcp()
                        && isOf(call, "SOCK_DGRAM")
                        && new ListenOnUdp().recognise(observed).isEmpty())
                .filter(call -> observed.successes(CallKind.SOCKET).stream().allMatch(any -> isOf(any, "SOCK_DGRAM")))
                .findFirst()
                .map(Finding::at);
    }

    private static boolean isOf(Call call, String type) {
        String actual = call.arguments().type();
        return actual != null && actual.startsWith(type);
    }
}
