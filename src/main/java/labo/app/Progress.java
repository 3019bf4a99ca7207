package labo.app;

/** Is told how far a piece of work has come. */
@FunctionalInterface
interface Progress {
    /**
     * A part of the work begins.
     *
     * @param what French, short
     * @param done how many parts are done
     * @param total how many there are
     */
    void at(String what, int done, int total);
}
