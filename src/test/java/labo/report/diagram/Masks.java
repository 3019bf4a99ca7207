package labo.report.diagram;

/** Hides what differs from one recording to the next: times and ephemeral ports; every width stays. */
final class Masks {
    private Masks() {}

    static String masked(String drawn) {
        return drawn.replaceAll("(?m)^( *\\d+) [ 0-9]{5},\\d\\d ", "$1    tt,tt ")
                .replaceAll("\\b[1-9]\\d{4}\\b", "ppppp")
                .replaceAll("10\\.\\d+\\.0\\.1(?=[12])", "10.N.0.1");
    }
}
