package labo.diagnose;

import java.util.Optional;
import labo.lesson.Expectation;
import labo.lesson.Payload;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.Octets;

/**
 * Octets that the program sent and that were not those asked for.
 *
 * @param wanted what machine B should have received
 * @param actual what the program sent instead
 * @param call the call that first sent it
 */
record WrongOctets(Payload wanted, Octets actual, Call call) {
    /** The first send whose octets are neither the wanted ones nor a part of them. */
    static Optional<WrongOctets> sent(Case observed) {
        if (!(observed.check().expectation() instanceof Expectation.Received received)) {
            return Optional.empty();
        }
        Optional<Payload> wanted = Case.payload(received.match());
        return wanted.flatMap(payload -> first(observed, received.by(), payload));
    }

    private static Optional<WrongOctets> first(Case observed, String by, Payload wanted) {
        Octets expected = Octets.of(wanted.octets());
        Octets got = observed.timeline().receivedBy(by);
        if (got.isEmpty() || expected.startsWith(got)) {
            return Optional.empty();
        }
        return observed.successes(CallKind.SEND).stream().findFirst().map(call -> new WrongOctets(wanted, got, call));
    }
}
