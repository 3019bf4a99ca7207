package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Endpoint;

/** The client ignores its arguments. */
final class HostHardcoded implements Misconception {
    @Override
    public String id() {
        return "host-hardcoded";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.tcp() ? connecting(observed) : sending(observed);
    }

    /** Machine B got nothing: the datagram went to another machine, or to the port that the course names most. */
    private static Optional<Finding> sending(Case observed) {
        return Destination.missed(observed)
                .filter(aim -> !aim.isOn(observed.timeline().facts().addressB())
                        || aim.port() == observed.exercise().port())
                .map(aim -> Finding.at(aim.call(), aim.toString()));
    }

    private static Optional<Finding> connecting(Case observed) {
        return observed.timeline().calls(CallKind.CONNECT).stream()
                .filter(call -> observed.client()
                        && Case.reachedKernel(call)
                        && !wanted(observed).isEmpty())
                .filter(call -> isElsewhere(call, wanted(observed)))
                .filter(call -> new WrongPort().recognise(observed).isEmpty())
                .findFirst()
                .map(call -> Finding.at(call, String.valueOf(call.arguments().address())));
    }

    /** The ports where machine B listens: those that the arguments named. */
    private static Set<Endpoint> wanted(Case observed) {
        return observed.timeline().peer("listen").stream()
                .flatMap(event -> Stream.ofNullable(event.local()))
                .collect(Collectors.toSet());
    }

    private static boolean isElsewhere(Call call, Set<Endpoint> wanted) {
        Endpoint address = call.arguments().address();
        return address != null && !wanted.contains(address);
    }
}
