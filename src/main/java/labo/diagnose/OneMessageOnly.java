package labo.diagnose;

import java.util.Optional;
import labo.lesson.Expectation;
import labo.observe.CallKind;

/** The server answers the first message and leaves. */
final class OneMessageOnly implements Misconception {
    @Override
    public String id() {
        return "one-message-only";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        int length = observed.exercise().texts().getOrDefault("reply", "").length();
        boolean one = observed.server()
                && length > 0
                && observed.successes(CallKind.SEND).size() == 1
                && observed.receptions().size() == 1;
        boolean wantsMore = observed.wantedReply()
                        .filter(wanted -> wanted.length() > length)
                        .isPresent()
                || (observed.aboutTaken() && observed.timeline().peer("send").size() > 1)
                || (!observed.tcp() && observed.leftByItself() && mustStay(observed));
        return observed.successes(CallKind.SEND).stream()
                .filter(call -> (one && wantsMore) || onlyTheFirst(observed))
                .findFirst()
                .map(call -> Finding.at(Math.nextUp(call.end()), call.line()));
    }

    /** Where each message has a reply of its own: it gave the first one, and left. */
    private static boolean onlyTheFirst(Case observed) {
        return observed.server()
                && !observed.wantsOneReply()
                && observed.leftByItself()
                && observed.successes(CallKind.SEND).size() == 1
                && observed.timeline().peer("send").size() > 1
                && observed.wantedReply()
                        .filter(wanted -> observed.wantedBy()
                                .map(observed.timeline()::receivedBy)
                                .filter(got -> !got.isEmpty() && got.length() < wanted.length())
                                .filter(wanted::startsWith)
                                .isPresent())
                        .isPresent();
    }

    private static boolean mustStay(Case observed) {
        return observed.check().expectation() instanceof Expectation.Ended ended
                && ended.codes().isEmpty();
    }
}
