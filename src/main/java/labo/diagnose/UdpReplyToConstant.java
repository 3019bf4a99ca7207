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
        Set<Endpoint> senders = observed.receptions().stream()
                .flatMap(call -> Stream.ofNullable(call.arguments().address()))
                .collect(Collectors.toSet());
        boolean server = observed.server() && !observed.tcp() && !senders.isEmpty();
        return observed.successes(CallKind.SEND).stream()
                .filter(call -> server)
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> !senders.contains(address))
                        .map(address -> Finding.at(call, address.toString())))
                .findFirst();
    }
}
