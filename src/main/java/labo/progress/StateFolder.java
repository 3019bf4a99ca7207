package labo.progress;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a program keeps its user's state, by the custom of each system. */
public final class StateFolder {
    private static final String NAME = "labo-sockets";

    private StateFolder() {}

    /**
     * The folder, which need not exist.
     *
     * @param system the value of {@code os.name}
     * @param home the user's folder
     */
    public static Path of(Map<String, String> environment, String system, Path home) {
        String given = environment.getOrDefault("XDG_STATE_HOME", "");
        if (!given.isEmpty() && Path.of(given).isAbsolute()) {
            return Path.of(given, NAME);
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve(NAME);
        }
        if (lower.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return home.resolve(".local").resolve("state").resolve(NAME);
    }
}
