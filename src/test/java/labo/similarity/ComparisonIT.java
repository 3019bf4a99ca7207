package labo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starts a Java process for each comparison. */
class ComparisonIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GIVEN = """
            import socket
            import sys

            def usage(name):
                print("usage:", name)
                sys.exit(1)

            if len(sys.argv) > 3:
                usage(sys.argv[0])
            """;
    private static final String OWN = """
            serveur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            serveur.bind(("", 8888))
            serveur.listen(5)
            while True:
                conn, adresse = serveur.accept()
                print("client", adresse)
                while True:
                    data = conn.recv(1024)
                    if not data:
                        break
                    print(data)
                    conn.sendall(b"Salut mec.")
                conn.close()
            """;
    private static final String OTHER = """
            class Compteur:
                def __init__(self, debut):
                    self.valeur = debut

                def suivant(self):
                    self.valeur += 1
                    return self.valeur

            def somme(nombres):
                total = 0
                for nombre in nombres:
                    if nombre % 2 == 0:
                        total += nombre
                return total

            compteur = Compteur(3)
            print(somme([compteur.suivant() for _ in range(10)]))
            try:
                with open("fichier") as entree:
                    lignes = [ligne.strip() for ligne in entree]
            except OSError as erreur:
                print(erreur)
            """;

    private static Findings compare(String... programs) throws IOException, InterruptedException {
        try (Comparison comparison = new Comparison()) {
            for (int at = 0; at < programs.length; at++) {
                comparison.add("p" + at, programs[at]);
            }
            return comparison.run(GIVEN, 0.8, PATIENCE).orElseThrow();
        }
    }

    @Test
    void otherNamesAndCommentsHideNothing() throws Exception {
        String renamed = "# rien à voir\n"
                + OWN.replace("serveur", "s").replace("adresse", "a").replace("data", "d");
        Findings found = compare(OWN, renamed, OTHER);
        assertThat(found.compared()).isEqualTo(3);
        assertThat(found.pairs()).singleElement().satisfies(pair -> {
            assertThat(List.of(pair.first(), pair.second())).containsExactlyInAnyOrder("p0", "p1");
            assertThat(pair.share()).isGreaterThan(0.9);
            assertThat(pair.passages()).isNotEmpty().allSatisfy(passage -> {
                assertThat(passage.firstFrom()).isPositive().isLessThanOrEqualTo(passage.firstTo());
                assertThat(Math.abs(passage.firstFrom() - passage.secondFrom())).isLessThanOrEqualTo(1);
            });
        });
    }

    @Test
    void whatTheCourseGivesDoesNotCount() throws Exception {
        assertThat(compare(GIVEN + OWN, GIVEN + OTHER).pairs()).isEmpty();
        assertThat(compare(GIVEN + OWN, GIVEN + OWN).pairs()).hasSize(1);
    }

    @Test
    void programsThatNobodyCanReadAreLeftOutAndStopNothing() throws Exception {
        String deep = "x = " + "(".repeat(20_000) + ")".repeat(20_000) + "\n";
        Findings found = compare(
                OWN, OWN, "Ceci n'est pas du Python !\n", deep, "", "\u0000\u0001\ud800", "#" + "x".repeat(1 << 20));
        assertThat(found.pairs()).hasSize(1);
        assertThat(found.compared() + found.leftOut()).isEqualTo(7);
        assertThat(found.leftOut()).isPositive();
    }

    @Test
    void aComparisonThatTakesTooLongIsGivenUp() throws Exception {
        try (Comparison comparison = new Comparison()) {
            comparison.add("a", OWN);
            comparison.add("b", OWN);
            assertThat(comparison.run(GIVEN, 0.8, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void oneProgramAloneIsLikeNoOther() throws Exception {
        assertThat(compare(OWN)).isEqualTo(new Findings(1, 0, List.of()));
    }
}
