package labo.diagnose;

import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;

/**
 * Where a client's first datagram went.
 *
 * @param call the {@code sendto}, or the {@code connect} that said where to send
 * @param address what it named
 */
record Destination(Call call, Endpoint address) {
    /** Where it went, if machine B should have got something and got nothing. */
    static Optional<Destination> missed(Case observed) {
        boolean nothing = observed.timeline().peer("recvfrom").isEmpty()
                && observed.timeline().peer("lost").isEmpty();
        return observed.timeline().calls().stream()
                .filter(call -> observed.client() && observed.aboutReception() && nothing)
                .filter(call -> call.is(CallKind.SEND) || call.is(CallKind.CONNECT))
                .filter(Case::reachedKernel)
                .flatMap(call ->
                        Stream.ofNullable(call.arguments().address()).map(address -> new Destination(call, address)))
                .findFirst();
    }

    boolean isOn(String host) {
        return address.host().equals(host);
    }

    int port() {
        return address.port();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
