package labo.observe;

import java.util.Locale;

/** Who saw an event. */
public enum Source {
    /** The tracer of machine A; the learner's program cannot forge it. */
    KERNEL,
    /** The hook in the learner's interpreter; it explains, and is trusted only where nothing better watches. */
    CODE,
    /** Machine B's reference client or server. */
    PEER,
    /** The packet capture on machine B. */
    WIRE,
    /** The agent that runs the learner's program: start, output, limits, exit. */
    PROGRAM;

    /** The name used in JSON: lower case. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
