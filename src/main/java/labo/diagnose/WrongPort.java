package labo.diagnose;

import java.util.Optional;
import java.util.stream.Stream;
import labo.observe.CallKind;

/** The port is not the one that was asked for. */
final class WrongPort implements Misconception {
    @Override
    public String id() {
        return "wrong-port";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        CallKind kind = observed.server() ? CallKind.BIND : CallKind.CONNECT;
        return observed.timeline().calls(kind).stream()
                .filter(call -> observed.server())
                .flatMap(call -> Stream.ofNullable(call.arguments().address())
                        .filter(address -> address.port() != observed.exercise().port())
                        .map(address -> Finding.at(
                                call,
                                String.valueOf(address.port()),
                                String.valueOf(observed.exercise().port()))))
                .findFirst();
    }
}
