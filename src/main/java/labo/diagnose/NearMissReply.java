package labo.diagnose;

import java.util.Optional;
import labo.check.NearMiss;

/** What is sent is almost what was asked for. */
final class NearMissReply implements Misconception {
    @Override
    public String id() {
        return "near-miss-reply";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return WrongOctets.sent(observed)
                .filter(wrong -> NearMiss.isNear(wrong.wanted(), wrong.actual()))
                .map(wrong -> Finding.at(wrong.call(), wrong.shown()));
    }
}
