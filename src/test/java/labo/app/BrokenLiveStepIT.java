package labo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live step whose answers do not come out as its lesson says is found, at its line. */
class BrokenLiveStepIT {
    private static final String TEXTS = """
            title: "Un socket"
            learns: "créer un socket"
            remember: ["Un socket se crée."]
            steps:
              - id: creer
                live: "Crée un socket"
                text: "Crée un socket UDP."
                before: ["import socket"]
                aims:
                  - call: {kind: socket, type: SOCK_DGRAM}
                hints: ["Un.", "Deux.", "Trois."]
            """;

    @TempDir
    private Path course = Path.of("");

    @BeforeAll
    static void image() {
        RealLabo.prepare();
    }

    private RealLabo.Outcome validate(String answers) throws IOException {
        Files.writeString(course.resolve("course.yaml"), "title: \"Un cours\"\nlessons: [un]\n");
        Files.createDirectories(course.resolve("un"));
        Files.writeString(course.resolve("un/introduction.md"), "Pourquoi.\n");
        Files.writeString(course.resolve("un/lesson.yaml"), TEXTS + answers);
        return RealLabo.run(course, "valider", "--lecons", ".", "--bac", "docker");
    }

    @Test
    void eachSurpriseHasItsLine() throws IOException {
        RealLabo.Outcome outcome = validate("""
                    answer: ["s = socket.socket()"]
                    wrong:
                      - type: ["s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"]
                      - type: ["s = socket.socket()", "s.bind(8888)"]
                        diagnosis: port-not-int
                      - type: ["s = socket.socket()"]
                """);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out().lines().map(line -> line.replace('\u00A0', ' ')))
                .containsExactly(
                        "un/lesson.yaml:14: la réponse fausse « s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) »"
                                + " atteint le but de l’étape.",
                        "un/lesson.yaml:15: la réponse fausse « s = socket.socket() ⏎ s.bind(8888) » annonce le"
                                + " diagnostic port-not-int, obtenu : address-not-tuple.",
                        "un/lesson.yaml:12: la réponse modèle « s = socket.socket() » n’atteint pas le but de l’étape.",
                        "un                       1 étape jouée : 3 constats",
                        "3 constats");
    }
}
