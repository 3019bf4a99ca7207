package labo.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import labo.report.Pcap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A learner looks at sockets, states and packets on a real terminal, also while a call waits. */
@Timeout(180)
class LookingIT {
    @TempDir
    Path folder;

    private TmuxTerminal open(String sandbox) throws Exception {
        TmuxTerminal terminal = TmuxTerminal.labo(folder, Map.of(), "--bac", sandbox, "--graine", "7");
        terminal.await("encore");
        terminal.press("C-c");
        terminal.await("Entrée : la suite");
        return terminal;
    }

    private static void go(TmuxTerminal terminal, String lesson, String then) throws Exception {
        terminal.type("/aller " + lesson);
        terminal.await("encore");
        terminal.press("C-c");
        terminal.await(then);
    }

    @Test
    void whileACallWaitsAndAfterIt() throws Exception {
        try (TmuxTerminal terminal = open("docker")) {
            go(terminal, "accept", "listen");
            terminal.type("/essayer");
            terminal.await("rien n’est jugé");
            terminal.type("c, a = s.accept()");
            waiting(terminal);
            terminal.type("/reprendre");
            terminal.await("encore");
            terminal.press("C-c");
            terminal.await(">>>");
            terminal.type("conn, addr = s.accept()");
            terminal.await("Entrée pour continuer");
            terminal.type("/prises ESTAB");
            terminal.await("la connexion est ouverte");
            terminal.type("/prises");
            terminal.await("tcp   ESTAB ");
            terminal.type("/etats conn");
            terminal.await("[4 ESTABLISHED]");
            terminal.press("Enter");
            terminal.await("SYN reçu, SYN-ACK envoyé  ");
            asTheRealOneShowsIt(terminal);
            captured(terminal);
            forgotten(terminal);
        }
    }

    private static void waiting(TmuxTerminal terminal) throws Exception {
        terminal.await("en attente");
        terminal.type("/prises");
        terminal.await("tcp   LISTEN 0 ");
        terminal.await("users:((\"python3\",pid=");
        terminal.type("/etats");
        terminal.await("[2 LISTEN]");
        terminal.press("C-c");
        terminal.await("en attente (/prises");
        terminal.type("/aller bind");
        terminal.await("Pas pendant que A attend");
        terminal.type("6 * 7");
        terminal.await("ta ligne passera ensuite");
        terminal.write("[10 + 7");
        terminal.press("C-c");
        terminal.await("KeyboardInterrupt");
        terminal.await("42");
    }

    /** The real {@code ss} of machine A says the same, line by line, but for the engine's own resolver on 127.0.0.11. */
    private static void asTheRealOneShowsIt(TmuxTerminal terminal) throws Exception {
        terminal.type("/prises");
        terminal.await("explique les colonnes");
        List<String> shown = sockets(terminal.screen(), "$ ss -tuanp");
        terminal.type("import os; print('vu', os.system('ss -H -t -u -a -n'))");
        terminal.await("vu 0");
        assertThat(sockets(terminal.screen(), "os.system").stream().filter(line -> !line.contains(" 127.0.0.11:")))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    /** The lines of sockets behind the last line that has that, one space between words. */
    private static List<String> sockets(String screen, String behind) {
        return screen.substring(screen.lastIndexOf(behind))
                .lines()
                .map(line -> line.replaceAll("[^a-zA-Z0-9.:*-]+", " ").strip())
                .filter(line -> line.matches("(tcp|udp) .*"))
                .toList();
    }

    private void captured(TmuxTerminal terminal) throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "à moi");
        terminal.type("/capture notes.txt");
        terminal.await("ne remplace qu’une autre");
        terminal.type("/capture echange.pcap");
        terminal.await("Capture écrite dans echange.pcap");
        assertThat(Pcap.begins(Files.readAllBytes(folder.resolve("echange.pcap"))))
                .isTrue();
        assertThat(folder.resolve("notes.txt")).hasContent("à moi");
    }

    /** What the kernel has forgotten is in no table, packets tell of it, and the page about that state says why. */
    private static void forgotten(TmuxTerminal terminal) throws Exception {
        terminal.type("conn.close(); print('fer' + 'mé')");
        terminal.await("fermé");
        terminal.type("/prises");
        String table = "$ ss -tuanp";
        terminal.await(
                "one",
                screen -> screen.contains(table) && sockets(screen, table).size() == 1);
        assertThat(sockets(terminal.screen(), table)).first().asString().contains("LISTEN");
        terminal.type("/etats conn");
        terminal.await("FIN-WAIT-2]");
        terminal.press("C-c");
        terminal.type("/prises FIN-WAIT-2");
        terminal.await("l’oublie");
    }

    @Test
    void whereNothingIsCapturedItIsSaid() throws Exception {
        try (TmuxTerminal terminal = open("local")) {
            go(terminal, "accept", "listen");
            terminal.type("conn, addr = s.accept()");
            terminal.await("Entrée pour continuer");
            terminal.type("/etats");
            terminal.await("[4 ESTABLISHED]");
            terminal.press("Enter");
            terminal.await("ce chemin est déduit des appels");
            terminal.type("/capture echange.pcap");
            terminal.await("le bac local ne capture pas de paquets");
            assertThat(folder.resolve("echange.pcap")).doesNotExist();
            replayed(terminal);
        }
    }

    private void replayed(TmuxTerminal terminal) throws Exception {
        go(terminal, "serveur-tcp", "travail/serveur-tcp/server.py");
        Path file = folder.resolve("travail").resolve("serveur-tcp").resolve("server.py");
        String right = Files.readString(Path.of("solutions", "serveur-tcp", "right", "cours.py"));
        Files.writeString(file, right.replace("bind((host, port))", "bind((\"127.0.0.1\", port))"));
        terminal.type("/rejouer");
        terminal.await("/verifier joue tous les scénarios");
        terminal.type("/verifier");
        terminal.await("Pas encore : ");
        Files.writeString(file, right);
        terminal.type("/rejouer");
        terminal.await("encore ", screen -> screen.contains("(raté avant)"));
        terminal.press("Enter");
        terminal.await("Ce scénario réussit maintenant");
        assertThat(terminal.history())
                .contains("Première différence")
                .containsPattern("Avant, au n° 3 :(?s:.*)bind\\(.*127\\.0\\.0\\.1:8888\\)")
                .containsPattern("Maintenant, au n° 3 :(?s:.*)bind\\(.*0\\.0\\.0\\.0:8888\\)");
    }
}
