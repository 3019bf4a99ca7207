package labo.diagnose;

import java.util.Optional;
import labo.observe.Ending;

/** The program is asked to end, and does not. */
final class NeverEnds implements Misconception {
    @Override
    public String id() {
        return "never-ends";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        boolean endless = observed.aboutEnding() || observed.aboutPeerEnd();
        boolean running = !observed.timeline().ending().is(Ending.How.EXITED)
                || observed.timeline().limit().isPresent();
        return endless
                        && running
                        && new MissingClose().recognise(observed).isEmpty()
                        && new ClosedListeningSocketOnly().recognise(observed).isEmpty()
                ? Optional.of(Finding.at(Math.nextUp(observed.end()), observed.lastEnteredLine()))
                : Optional.empty();
    }
}
