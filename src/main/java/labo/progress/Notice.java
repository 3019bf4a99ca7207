package labo.progress;

/**
 * What the learner should know about how the state is kept.
 *
 * @param kind what happened
 * @param detail the file, or what the system said
 */
public record Notice(Kind kind, String detail) {
    /** What can happen. */
    public enum Kind {
        /** It cannot be written now; it is kept in memory and tried again with the next change. */
        UNSAVED,
        /** It could be written again. */
        SAVED_AGAIN,
        /** The file was no progress: it was kept aside under the name in {@link Notice#detail()}. */
        DAMAGED,
        /** The file is a later version's: nothing is written. */
        NEWER
    }
}
