package labo.diagnose;

import java.util.Optional;

/** The answer has been received, and nobody sees it. */
final class AnswerNotPrinted implements Misconception {
    @Override
    public String id() {
        return "answer-not-printed";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean silent = observed.client()
                && observed.aboutOutput()
                && observed.timeline().output(false).isEmpty();
        return observed.receptions().stream()
                .filter(call -> silent && observed.timeline().uncaught().isEmpty())
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line()));
    }
}
