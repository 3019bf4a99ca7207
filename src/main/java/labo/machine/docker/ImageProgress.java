package labo.machine.docker;

/** Told how far the building of the machines' image is. Called from any thread. */
@FunctionalInterface
public interface ImageProgress {
    /** What is being done, in order; a build may leave some out. */
    enum Phase {
        /** Debian's packages are put together on this machine. */
        BASE,
        /** They are handed to the engine. */
        IMPORT,
        /** The ready-made base image is fetched from a registry. */
        PULL,
        /** The agents are added. */
        BUILD
    }

    /** A listener for who does not want to know. */
    ImageProgress NONE = (phase, fraction) -> {};

    /**
     * Something was done.
     *
     * @param fraction of the phase that is done, 0 to 1, or -1 where that cannot be told
     */
    void at(Phase phase, double fraction);
}
