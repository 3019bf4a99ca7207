package labo.classroom;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.grade.Report;
import labo.grade.Submission;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Scenario;
import labo.observe.Octets;

/** An exercise of one check, and what can be said of it. */
public final class ClassFixture {
    public static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final CheckSpec CHECK = new CheckSpec(
            "bind",
            "Il est attaché",
            4,
            List.of(),
            new Expectation.Happened(EventPattern.call("bind"), 1, null),
            "Regarde bind.",
            null);
    public static final Exercise EXERCISE = exercise("serveur-tcp", CHECK);

    private ClassFixture() {}

    static Exercise exercise(String id, CheckSpec check) {
        return new Exercise(
                id,
                "Le serveur",
                "server.py",
                Exercise.Role.SERVER,
                8888,
                Exercise.Transport.TCP,
                Map.of("reply", "Salut mec.", "other", "x"),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                List.of(new Scenario("un", "Un", "", List.of(), null, Map.of(), Map.of(), List.of(), List.of(check))),
                Map.of());
    }

    static Terms terms() {
        return new Terms(EXERCISE, "docker", "labo-machine:1", 42);
    }

    static Submission submission(String source) {
        return new Submission("server.py", Map.of("server.py", Octets.utf8(source)));
    }

    /** A report that says {@code verdict} of the one check. */
    public static Report report(Submission submission, Verdict verdict) {
        return new Report(
                EXERCISE,
                List.copyOf(submission.files().keySet()),
                Map.of(submission.main(), "print()"),
                "docker",
                42,
                List.of(new Report.CheckResult("un", CHECK, verdict, null)),
                Map.of(),
                7);
    }

    /** A mark of {@code score} points of 4, not entered yet. */
    public static Mark mark(Student student, int score) {
        return new Mark(
                0,
                EXERCISE.id(),
                student,
                score == 4 ? Outcome.PASSED : Outcome.FAILED,
                score,
                4,
                "server.py",
                List.of(),
                List.of(),
                NOW,
                NOW,
                7,
                42,
                "docker",
                "identity");
    }

    /** No mark, because of {@code why}. */
    public static Mark without(Student student, Outcome outcome, String why) {
        return new Mark(
                0,
                EXERCISE.id(),
                student,
                outcome,
                0,
                0,
                "",
                List.of(why),
                List.of(),
                null,
                NOW,
                0,
                42,
                "docker",
                "identity");
    }
}
