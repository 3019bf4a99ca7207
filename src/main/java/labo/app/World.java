package labo.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * All that the commands need of the world around them; tests give one of their own.
 *
 * @param home the project's folder: lessons, solutions, grader
 * @param directory where the user is: relative paths start there
 * @param environment the environment variables
 */
record World(Path home, Path directory, Map<String, String> environment, Terminal terminal, Backstage backstage) {
    /** The path that the user means. */
    Path path(String given) {
        return directory.resolve(given);
    }

    /** Whether colours are welcome, as far as the environment says (https://no-color.org). */
    boolean colourAllowed() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
    }
}
