package labo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import labo.check.Verdict;
import labo.diagnose.Diagnosis;
import labo.grade.Report;
import labo.grade.Report.CheckResult;
import labo.lesson.CheckSpec;
import labo.lesson.EventPattern;
import labo.lesson.Exercise;
import labo.lesson.Expectation;
import labo.lesson.Limits;
import labo.lesson.Scenario;
import labo.observe.Call;
import labo.observe.CallKind;
import labo.observe.CodeLine;
import labo.observe.Ending;
import labo.observe.Endpoint;
import labo.observe.Event;
import labo.observe.Facts;
import labo.observe.Octets;
import labo.observe.PeerEvent;
import labo.observe.ProgramEvent;
import labo.observe.Raised;
import labo.observe.Source;
import labo.observe.Timeline;
import org.jspecify.annotations.Nullable;

/** Reports to be shown. */
final class Reports {
    private static final String PROGRAM = """
            import socket
            s = socket.socket()
            s.bind(("127.0.0.1", 8888))
            s.listen()
            """;
    private static final Diagnosis LOOPBACK = new Diagnosis(
            "bind-loopback-only",
            "Ton serveur n'écoute que pour sa propre machine",
            "Le socket est attaché à 127.0.0.1, et la machine B a été refusée.",
            "127.0.0.1 est l'adresse de la machine pour elle-même\u00a0: personne d'autre ne peut l'atteindre.",
            "L'adresse donnée à bind\u00a0: la chaîne vide veut dire toutes les adresses.",
            "bind",
            "server.py",
            3,
            "s.bind((\"127.0.0.1\", 8888))");

    private static final Map<String, String> TITLES = Map.of(
            "un-echange", "Un client, un message",
            "plusieurs-messages", "Trois messages sur la même connexion",
            "plusieurs-clients", "Deux clients, l'un après l'autre");

    private Reports() {}

    static Report passed() {
        return report(
                List.of(result("socket", new Verdict.Passed(), null), result("bind", new Verdict.Passed(), null)));
    }

    static Report failed() {
        Verdict bind = new Verdict.Failed("0.0.0.0 ou ::", "127.0.0.1", null, 3);
        return report(List.of(
                result("socket", new Verdict.Passed(), null),
                result("bind", bind, LOOPBACK),
                result("connexion", new Verdict.Blocked("bind"), null),
                result("paquets", new Verdict.Unjudged("ce bac ne voit pas les paquets"), null)));
    }

    static Report wrongOctets(String expected, String observed, @Nullable String nearMiss) {
        return report(List.of(result("socket", new Verdict.Failed(expected, observed, nearMiss, null), null)));
    }

    /** A program whose name, text and octets are made to break whatever shows them. */
    static Report hostile(String attack) {
        Verdict failed = new Verdict.Failed(attack, attack, attack, 3);
        Diagnosis said = new Diagnosis("wrong-reply", attack, attack, attack, attack, "sendall", attack, 3, attack);
        Report plain = report(List.of(result("socket", failed, said)));
        return new Report(
                plain.exercise(),
                List.of(attack),
                Map.of(attack, "1\n2\n" + attack),
                "docker",
                42,
                plain.results(),
                plain.timelines(),
                84);
    }

    /** All that the sandbox could judge nothing of. */
    static Report unjudged() {
        return report(List.of(result("paquets", new Verdict.Unjudged("ce bac ne voit pas les paquets"), null)));
    }

    /** A failure that bars the way to two other scenarios. */
    static Report blockedScenarios() {
        Verdict silent = new Verdict.Failed("un envoi", "aucun envoi", null, null);
        return report(List.of(
                result("reponse", silent, null),
                blocked("plusieurs-messages", "premier", "reponse"),
                blocked("plusieurs-messages", "second", "premier"),
                blocked("plusieurs-clients", "deux", "reponse")));
    }

    private static CheckResult blocked(String scenario, String id, String by) {
        return new CheckResult(scenario, check(id), new Verdict.Blocked(by), null);
    }

    /** A program that an exception ended, which no misconception explains. */
    static Report uncaught() {
        Verdict failed = new Verdict.Failed("b'Salut mec.'", "aucun octet", null, null);
        List<Event> events = new ArrayList<>(events());
        events.add(new Raised(1000.04, "KeyError", "'ville'", new CodeLine("server.py", 4), "villes['ville']"));
        return report(List.of(result("reponse", failed, null)), events);
    }

    static Report inconclusive() {
        return report(List.of(
                result("socket", new Verdict.Inconclusive("l'agent de la machine A ne répond plus"), null),
                result("bind", new Verdict.Blocked("socket"), null)));
    }

    private static CheckResult result(String id, Verdict verdict, @Nullable Diagnosis diagnosis) {
        return new CheckResult("un-echange", check(id), verdict, diagnosis);
    }

    private static CheckSpec check(String id) {
        return new CheckSpec(
                id,
                "Le point de contrôle " + id,
                2,
                List.of(),
                new Expectation.Happened(EventPattern.call("bind"), 1, null),
                "Relis la ligne de " + id + ".",
                null);
    }

    private static Report report(List<CheckResult> results) {
        return report(results, events());
    }

    private static Report report(List<CheckResult> results, List<Event> events) {
        return new Report(
                exercise(results),
                List.of("server.py"),
                Map.of("server.py", PROGRAM),
                "docker",
                42,
                results,
                Map.of("un-echange", new Timeline(FACTS, Ending.of(Ending.How.EXITED), events)),
                84);
    }

    private static final Facts FACTS = new Facts("docker", true, true, "10.7.0.11", "10.7.0.12");

    private static List<Event> events() {
        Call.Arguments arguments = new Call.Arguments(
                null,
                null,
                new Endpoint("127.0.0.1", 8888),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return List.of(
                new ProgramEvent.Started(1000.0, 12),
                new Call(
                        1000.0123,
                        1000.0123,
                        1000.0124,
                        Source.KERNEL,
                        CallKind.BIND,
                        "bind",
                        12,
                        12,
                        3,
                        1,
                        0L,
                        null,
                        null,
                        null,
                        arguments,
                        new CodeLine("server.py", 3)),
                new PeerEvent(1000.02, "connect", "c1", "ECONNREFUSED", null, null, null, null),
                new ProgramEvent.Wrote(1000.03, false, Octets.utf8("prêt\n")));
    }

    private static Exercise exercise(List<CheckResult> results) {
        List<Scenario> scenarios = results.stream()
                .map(CheckResult::scenario)
                .distinct()
                .map(id -> scenario(id, results))
                .toList();
        return new Exercise(
                "serveur-tcp",
                "Le serveur TCP en entier",
                "server.py",
                Exercise.Role.SERVER,
                8888,
                Exercise.Transport.TCP,
                Map.of(),
                "",
                "",
                Limits.DEFAULT,
                false,
                List.of(),
                scenarios,
                Map.of());
    }

    private static Scenario scenario(String id, List<CheckResult> results) {
        return new Scenario(
                id,
                TITLES.getOrDefault(id, id),
                "Un vrai client frappe à la porte de l'extérieur.",
                List.of(),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                results.stream()
                        .filter(result -> result.scenario().equals(id))
                        .map(CheckResult::check)
                        .toList());
    }
}
