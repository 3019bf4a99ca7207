package labo.diagnose;

import java.util.Optional;
import java.util.Set;
import labo.lesson.Expectation;
import labo.observe.Scan;

/** Another module makes the calls that the exercise asks for. */
final class Delegated implements Misconception {
    /** Modules that hold whole servers or clients; asyncio's streams are. */
    private static final Set<String> DELEGATES = Set.of(
            "socketserver",
            "http",
            "urllib",
            "asyncio",
            "xmlrpc",
            "wsgiref",
            "ftplib",
            "smtplib",
            "telnetlib",
            "poplib");

    private static final Set<String> OWN = Set.of("socket", "create_server", "create_connection", "SocketType");

    @Override
    public String id() {
        return "delegated";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.scan().imports().stream()
                .filter(module -> isForbidden(module, observed) || (isDelegate(module) && !makesSockets(observed)))
                .findFirst()
                .map(module -> Finding.at(observed.start(), observed.line(module.line()), module.name()));
    }

    private static boolean isForbidden(Scan.Named module, Case observed) {
        return observed.check().expectation() instanceof Expectation.OwnCalls own
                && own.modules().contains(top(module));
    }

    private static boolean isDelegate(Scan.Named module) {
        return DELEGATES.contains(top(module));
    }

    private static String top(Scan.Named module) {
        return module.name().split("\\.", 2)[0];
    }

    private static boolean makesSockets(Case observed) {
        return observed.scan().calls().stream().anyMatch(call -> OWN.contains(call.method()));
    }
}
