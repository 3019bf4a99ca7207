package labo.diagnose;

import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;

/** The port is not the one that was asked for. */
final class WrongPort implements Misconception {
    @Override
    public String id() {
        return "wrong-port";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.server() ? server(observed) : client(observed);
    }

    private static Optional<Finding> server(Case observed) {
        return observed.successes(CallKind.BIND).stream()
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> address.port() != observed.exercise().port())
                        .map(address ->
                                found(call, address.port(), observed.exercise().port())))
                .findFirst();
    }

    /** The right machine, and a port that is neither the argument nor the one of the course. */
    private static Optional<Finding> client(Case observed) {
        return observed.tcp() ? connecting(observed) : sending(observed);
    }

    private static Optional<Finding> sending(Case observed) {
        int wanted = observed.exercise().port();
        return Destination.missed(observed)
                .filter(aim -> aim.isOn(observed.timeline().facts().addressB()) && aim.port() != wanted)
                .map(aim -> found(aim.call(), aim.port(), wanted));
    }

    private static Optional<Finding> connecting(Case observed) {
        return observed.timeline().calls(CallKind.CONNECT).stream()
                .filter(Case::reachedKernel)
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> address.port() != observed.exercise().port())
                        .flatMap(address -> beside(observed, call, address)))
                .findFirst();
    }

    private static Stream<Finding> beside(Case observed, Call call, Endpoint address) {
        return observed.timeline().peer("listen").stream()
                .flatMap(event -> Stream.ofNullable(event.local()))
                .filter(local -> local.host().equals(address.host()) && local.port() != address.port())
                .map(local -> found(call, address.port(), local.port()));
    }

    private static Finding found(Call call, int actual, int wanted) {
        return Finding.at(call, String.valueOf(actual), String.valueOf(wanted));
    }
}
