package labo.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import labo.check.Check;
import labo.check.EventMatcher;
import labo.check.Verdict;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.OwnMisconception;
import labo.lesson.Sign;
import labo.observe.Call;
import labo.observe.CodeLine;
import labo.observe.Entered;
import labo.observe.Event;
import labo.observe.Raised;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Recognises an exercise's own misconceptions by the signs that its checks name. Pure. */
final class OwnSigns {
    private OwnSigns() {}

    /** The first one whose signs were all seen where {@code check} failed. */
    static Optional<Diagnosis> explain(Exercise exercise, CheckSpec check, Timeline timeline, Sources sources) {
        return check.signs().stream()
                .filter(sign -> wasSeen(sign, timeline))
                .flatMap(sign -> Stream.ofNullable(exercise.misconceptions().get(sign.misconception()))
                        .map(own -> tell(own, exercise, line(sign, timeline), sources)))
                .findFirst();
    }

    private static boolean wasSeen(Sign sign, Timeline timeline) {
        return sign.seen().stream()
                .allMatch(expected -> Check.of(expected).examine(timeline) instanceof Verdict.Passed);
    }

    private static Diagnosis tell(OwnMisconception own, Exercise exercise, @Nullable CodeLine line, Sources sources) {
        return new Diagnosis(
                own.id(),
                own.title(),
                own.happened(),
                own.why(),
                own.look(),
                exercise.id(),
                line == null ? null : line.file(),
                line == null ? null : line.line(),
                line == null ? null : sources.textOf(line).orElse(null));
    }

    /** Where the first of the events that gave it away stands in the learner's files, if one of them does. */
    private static @Nullable CodeLine line(Sign sign, Timeline timeline) {
        return sign.seen().stream()
                .flatMap(expected -> patterns(expected).stream())
                .flatMap(pattern -> EventMatcher.matching(pattern, timeline))
                .flatMap(event -> Stream.ofNullable(lineOf(event)))
                .findFirst()
                .orElse(null);
    }

    private static List<EventPattern> patterns(Expectation expected) {
        if (expected instanceof Expectation.Happened happened) {
            return List.of(happened.pattern());
        }
        return expected instanceof Expectation.InOrder inOrder ? inOrder.patterns() : List.of();
    }

    private static @Nullable CodeLine lineOf(Event event) {
        if (event instanceof Call call) {
            return call.line();
        }
        if (event instanceof Raised raised) {
            return raised.line();
        }
        return event instanceof Entered entered ? entered.line() : null;
    }
}
