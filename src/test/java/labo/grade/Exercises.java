package labo.grade;

import java.util.List;
import java.util.Map;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Scenario;

/** Small exercises that the tests of this room share. */
final class Exercises {
    static final Expectation LISTENS = new Expectation.Happened(EventPattern.call("listen"), 1, null);
    static final Expectation ACCEPTS = new Expectation.Happened(EventPattern.call("accept"), 1, null);

    private Exercises() {}

    static Exercise of(Scenario... scenarios) {
        return new Exercise(
                "serveur-tcp",
                "Le serveur",
                "server.py",
                Exercise.Role.SERVER,
                8888,
                Exercise.Transport.TCP,
                Map.of("reply", "Salut mec."),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                List.of(scenarios),
                Map.of());
    }

    static Scenario scenario(String id, CheckSpec... checks) {
        return new Scenario(id, "Titre", "", List.of("${port}"), null, Map.of(), Map.of(), List.of(), List.of(checks));
    }

    static CheckSpec check(String id, Expectation expectation, String... needs) {
        return new CheckSpec(id, "titre", 2, List.of(needs), expectation, null, null);
    }
}
