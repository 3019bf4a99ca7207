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
                && !CannedAnswer.showsOctets(observed)
                && (observed.shouldShowWhatCame()
                        || observed.timeline().output(false).isEmpty())
                && observed.leftByItself();
        return observed.receptions().stream()
                .filter(call -> silent)
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line()));
    }
}
