package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.observe.CallKind;
import labo.observe.Endpoint;

/** The datagram goes to an address that nobody has written from. */
final class UdpReplyToConstant implements Misconception {
    @Override
    public String id() {
        return "udp-reply-to-constant";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return strangers(observed).or(() -> notTheLast(observed)).or(() -> connected(observed));
    }

    /** It answers somebody who never wrote. */
    private static Optional<Finding> strangers(Case observed) {
        Set<Endpoint> senders = observed.receptions().stream()
                .flatMap(call -> Stream.ofNullable(call.arguments().address()))
                .collect(Collectors.toSet());
        return observed.successes(CallKind.SEND).stream()
                .filter(call -> isServer(observed) && !senders.isEmpty())
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> !senders.contains(address))
                        .map(address -> Finding.at(call, address.toString())))
                .findFirst();
    }

    /** It answers one who wrote before, and never the one who wrote last. */
    private static Optional<Finding> notTheLast(Case observed) {
        Set<Endpoint> answered = observed.successes(CallKind.SEND).stream()
                .flatMap(call -> Stream.ofNullable(call.arguments().address()))
                .collect(Collectors.toSet());
        return observed.successes(CallKind.SEND).stream()
                .filter(call -> isServer(observed) && call.arguments().address() != null)
                .filter(call -> observed.lastReceptionBefore(call.start())
                        .flatMap(last -> Optional.ofNullable(last.arguments().address()))
                        .filter(last -> !answered.contains(last))
                        .isPresent())
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(call.arguments().address())));
    }

    /** Its socket is connected: it sends to one address, and hears no other. */
    private static Optional<Finding> connected(Case observed) {
        return observed.successes(CallKind.CONNECT).stream()
                .filter(call -> isServer(observed) && !observed.receptions().isEmpty())
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(call.arguments().address())));
    }

    private static boolean isServer(Case observed) {
        return observed.server() && !observed.tcp();
    }
}
