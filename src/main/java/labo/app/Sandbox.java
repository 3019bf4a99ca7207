package labo.app;

import java.util.Locale;

/** Where a learner's program runs. */
enum Sandbox {
    DOCKER,
    LOCAL;

    /** The name on the command line and in reports. */
    String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
