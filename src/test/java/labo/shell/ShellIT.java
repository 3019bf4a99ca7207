package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new learner on a real terminal, in the local sandbox. */
class ShellIT {
    private static final String PORTS_FIRST_QUIZ = "À quoi sert le port ?";

    @TempDir
    Path folder;

    private TmuxTerminal open(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--bac", "local", "--graine", "7"));
        all.addAll(List.of(options));
        return TmuxTerminal.labo(folder, Map.of(), all.toArray(String[]::new));
    }

    /** The number before the choice that starts so. */
    private static String choice(String screen, String start) {
        return screen.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9] " + start + ".*"))
                .map(line -> line.substring(0, 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not on:\n" + screen));
    }

    /** There Ctrl-C is a signal, not a key. */
    @Test
    void onADumbTerminalCtrlCEndsAPageOrACallAndNotTheLab() throws Exception {
        try (TmuxTerminal terminal =
                TmuxTerminal.labo(folder, Map.of("TERM", "dumb"), "--bac", "local", "--graine", "7")) {
            terminal.await("encore 15 lignes");
            terminal.press("C-c");
            terminal.await("Entrée : la suite");
            terminal.type("/aller accept");
            terminal.await("Ne panique pas.");
            terminal.press("C-c");
            terminal.await("A │ listen");
            terminal.type("conn, addr = s.accept()");
            terminal.await("Entrée pour continuer");
            terminal.type("conn.recv(10)");
            terminal.await("en attente");
            terminal.press("C-c");
            terminal.await("KeyboardInterrupt");
            terminal.press("C-d");
            terminal.awaitEnd();
            assertThat(terminal.screen()).contains("À bientôt");
        }
    }

    @Test
    void aLearnerGoesThroughAQuizAndALiveLessonLeavesAndComesBack() throws Exception {
        try (TmuxTerminal terminal = open()) {
            terminal.await("encore");
            terminal.press("Enter");
            terminal.await("Tu vas les voir souvent.");
            terminal.await("ports 1/");
            terminal.press("Enter");
            terminal.await("ports 2/");
            terminal.await("c'est là qu'on la cherche.");
            terminal.press("Enter");
            quiz(terminal);
            live(terminal);
            blocked(terminal);
            terminal.press("C-d");
            terminal.awaitEnd();
            assertThat(terminal.screen())
                    .as("nothing but the goodbye is left")
                    .contains("À bientôt")
                    .doesNotContain("─────", "accept 1/", "/aide");
        }
        try (TmuxTerminal again = open()) {
            again.await("Te revoilà");
            again.await("accept 1/");
            assertThat(again.history()).contains("leçon 6");
        }
    }

    private static void quiz(TmuxTerminal terminal) throws Exception {
        terminal.await(PORTS_FIRST_QUIZ);
        terminal.await("ta réponse");
        String screen = terminal.screen();
        terminal.press("Enter");
        terminal.await("Réponds par le numéro");
        terminal.type("neuf");
        terminal.await("de 1 à 4");
        terminal.type(choice(screen, "À trouver la machine"));
        terminal.await("Pas tout à fait");
        terminal.await("le travail de l'adresse IP");
        assertThat(terminal.screen()).contains("ports 3/");
        terminal.type(choice(screen, "À trouver, sur A"));
        terminal.await("C’est juste");
        terminal.await("Entrée : suite");
        assertThat(terminal.screen()).contains("ports 3/");
        terminal.type("suivant");
        terminal.await("commencent par une barre : /suivant");
        terminal.type("/lecno");
        terminal.await("Tu voulais dire /lecons ?");
        terminal.type("/lecons");
        terminal.await("— encore");
        assertThat(terminal.screen()).contains("▸  1 ports").contains("3/17");
        terminal.press("Enter");
        terminal.await("/aller ID te mène");
    }

    private static void live(TmuxTerminal terminal) throws Exception {
        terminal.type("/aller bind");
        terminal.await("encore");
        terminal.press("Enter");
        terminal.await("Attache s au port 8888");
        terminal.await("A │ socket AF_INET SOCK_STREAM");
        terminal.type("s.bind(\"\", 8888)");
        terminal.await("TypeError");
        terminal.await("→");
        terminal.type("/indice");
        terminal.await("Indice 1 sur 3");
        terminal.type("s.bind((\"\", \"8888\"))");
        terminal.await("Le port doit être un nombre");
        terminal.type("s.bind(8888)");
        terminal.await("/indice donne un coup de pouce");
        terminal.type("for port in [8888]:");
        terminal.await("...");
        terminal.type("    s.bind((\"\", port))");
        terminal.press("Enter");
        terminal.await("A │ bind 0.0.0.0:8888 → 0");
        terminal.await("✔ Le port 8888 de A est à toi");
        terminal.await("Entrée : suite");
        assertThat(terminal.screen()).contains("bind 1/");
        terminal.type("/prises");
        terminal.await("Local Address:Port");
        terminal.press("Enter");
        terminal.await("bind 2/");
    }

    private static void blocked(TmuxTerminal terminal) throws Exception {
        terminal.type("/aller accept");
        terminal.await("encore");
        terminal.press("Enter");
        terminal.await("accept 1/");
        terminal.await("A │ listen");
        terminal.type("conn, addr = s.accept()");
        terminal.await("B │ connectée");
        terminal.await("Entrée pour continuer");
        terminal.type("s.accept()");
        terminal.await("A attend dans accept() : un client doit se connecter.");
        terminal.press("C-c");
        terminal.await("KeyboardInterrupt");
        terminal.type("1 + 41");
        terminal.await("42");
        terminal.resize(100, 30);
        terminal.type("/fil");
        terminal.await("connecté à");
        terminal.await("/fil 7 explique");
        terminal.type("/fil 3");
        terminal.await("État de A");
        terminal.resize(60, 15);
        terminal.await(
                "the status line as wide as the window",
                screen -> status(screen).matches("accept 1/7 .*Entrée : suite"));
        terminal.resize(80, 24);
        terminal.await(
                "the status line as wide as the window",
                screen -> status(screen).length() == 79);
        pasted(terminal);
        terminal.type("exit()");
        terminal.await("Tu as quitté l’interpréteur");
        terminal.type("1 + 1");
        terminal.await("L’interpréteur ne tourne plus");
        terminal.type("/recommencer");
        terminal.type("[20 + 3]");
        terminal.await("[23]");
    }

    /** A paste is one try, however many lines it has: the hints are not mentioned over and over. */
    private static void pasted(TmuxTerminal terminal) throws Exception {
        terminal.type("/aller bind");
        terminal.await("bind 2/");
        String lines = IntStream.range(0, 30).mapToObj(i -> "v" + i + " = " + i).collect(Collectors.joining("\n"));
        terminal.paste(lines + "\ndef f(a):\n    if a:\n        return [a]\n\nf(30 * 7)");
        terminal.press("Enter");
        terminal.await("[210]");
        assertThat(terminal.screen()).doesNotContain("Ça résiste");
        terminal.type("/aller accept");
        terminal.await("encore");
        terminal.press("Enter");
        terminal.await("Si un jour l'attente s'éternise");
    }

    private static String status(String screen) {
        List<String> lines = screen.lines().filter(line -> !line.isBlank()).toList();
        return lines.get(lines.size() - 1).stripTrailing();
    }

    @Test
    void whatIsTypedAheadIsKeptAndNotShownTwice() throws Exception {
        try (TmuxTerminal terminal = open()) {
            terminal.await("encore");
            terminal.press("C-c");
            terminal.type("/aller bind");
            terminal.press("C-c");
            terminal.type("[10 + 7]");
            terminal.type("/quitter");
            terminal.awaitEnd();
            assertThat(terminal.history())
                    .containsPattern("(?m)^>>> \\[10 \\+ 7\\]$")
                    .containsOnlyOnce("/quitter")
                    .contains("[17]");
        }
    }

    @Test
    void anExerciseGetsAStarterAndAVerdict() throws Exception {
        try (TmuxTerminal terminal = open("--sans-couleur")) {
            terminal.await("encore");
            terminal.press("C-c");
            terminal.await("Entrée : la suite");
            terminal.type("/aller serveur-tcp");
            terminal.await("encore");
            terminal.press("C-c");
            terminal.await("travail/serveur-tcp/server.py");
            Path file = folder.resolve("travail").resolve("serveur-tcp").resolve("server.py");
            assertThat(file).exists();
            Files.copy(
                    Path.of("solutions", "serveur-tcp", "right", "cours.py"),
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            terminal.type("/solution");
            terminal.await("Pas encore");
            terminal.type("/verifier");
            terminal.await("Entrée pour continuer");
            terminal.type("/verifier absent.py");
            terminal.await("n’existe pas");
            terminal.press("Enter");
            terminal.await("Leçon terminée");
            terminal.type("/precedent");
            terminal.await("encore");
            terminal.press("C-d");
            terminal.awaitEnd();
            assertThat(file).hasSameTextualContentAs(Path.of("solutions", "serveur-tcp", "right", "cours.py"));
        }
    }
}
