package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import labo.observe.CallKind;
import labo.observe.Ending;

/** The program waits for a machine that has fallen silent, and nothing limits its patience. */
final class NoTimeout implements Misconception {
    @Override
    public String id() {
        return "no-timeout";
    }

    private static final Set<String> PATIENT = Set.of("recv", "connect", "poll");

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean asked = observed.client() && observed.did(CallKind.SEND) && observed.waiting();
        boolean silent = observed.timeline().peer("send").isEmpty()
                && observed.timeline().peer("sendto").isEmpty();
        return observed.timeline().ending().waits().stream()
                .filter(wait -> asked && silent && PATIENT.contains(wait.call()) && !wait.bounded())
                .map(Ending.Wait::call)
                .findFirst()
                .map(call -> Finding.at(
                        observed.lastEntered().map(entered -> entered.time()).orElseGet(observed::end),
                        observed.lastEnteredLine(),
                        call));
    }
}
