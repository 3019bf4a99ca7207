package labo.live;

/** What became of a statement that was typed. */
public enum Feed {
    /** Python wants more lines. */
    INCOMPLETE,
    /** It runs; its end is the event {@link labo.observe.Evaluated}. */
    RUNNING,
    /** Another statement still runs. */
    BUSY
}
