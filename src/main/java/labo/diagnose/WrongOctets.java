package labo.diagnose;

import java.util.ArrayList;
import java.util.List;
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
    /** How many octets a text shows at most. */
    private static final int SHOWN = 60;

    /** What the program sent, as Python shows it; the beginning, where it is long. */
    String shown() {
        return actual.length() <= SHOWN
                ? actual.python()
                : actual.slice(0, SHOWN).python() + "…";
    }

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
        if (got.isEmpty()
                || got.equals(expected)
                || (expected.startsWith(got) && isWhole(got, observed))
                || (got.startsWith(expected) && isOfOthersToo(got, observed))) {
            return Optional.empty();
        }
        return culprit(observed, expected).map(call -> new WrongOctets(wanted, got, call));
    }

    /** Whether the octets are so many whole messages: what is missing then is a message, not its end. */
    private static boolean isWhole(Octets got, Case observed) {
        String name = observed.server() ? "reply" : "request";
        int unit =
                Octets.utf8(observed.exercise().texts().getOrDefault(name, "")).length();
        return unit == 0
                || got.length() % unit == 0
                || !new PartialSendIgnored().recognise(observed).isEmpty();
    }

    /** Whether what is too much may be whole replies to other clients. */
    private static boolean isOfOthersToo(Octets got, Case observed) {
        return observed.exercise().texts().containsKey("reply")
                && observed.timeline().peer("connect").size() > 1
                && isWhole(got, observed);
    }

    /** The call with which what was sent stopped being the beginning of what was wanted; the last, if none did. */
    private static Optional<Call> culprit(Case observed, Octets expected) {
        List<Call> calls = observed.successes(CallKind.SEND);
        List<Octets> sent = new ArrayList<>();
        for (Call call : calls) {
            Octets data = call.arguments().data();
            sent.add(data == null ? Octets.EMPTY : data);
            if (!expected.startsWith(Octets.join(sent))) {
                return Optional.of(call);
            }
        }
        return calls.stream().reduce((first, last) -> last);
    }
}
