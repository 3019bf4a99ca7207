package labo.app;

import picocli.CommandLine.Option;

/** Options of every command: how it shows, and help. */
@SuppressWarnings("UnusedVariable") // picocli reads --aide itself, and Failures looks for --trace in the arguments
final class DisplayOptions {
    /** The option that {@link Failures} obeys, wherever it stands. */
    static final String TRACE = "--trace";

    @Option(names = "--sans-couleur", descriptionKey = "sans-couleur")
    private boolean noColour;

    @Option(names = TRACE, descriptionKey = "trace")
    private boolean trace;

    @Option(
            names = {"-h", "--help", "--aide"},
            usageHelp = true,
            descriptionKey = "aide")
    private boolean help;

    /** Whether colours may be used: the user and the environment agree. */
    boolean colour(World world) {
        return !noColour && world.colourAllowed();
    }
}
