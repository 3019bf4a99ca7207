package labo.shell;

import java.util.List;
import labo.shell.text.Tint;

/** What the learner does on a page. */
public interface Scene {
    /** Shows the page. */
    void show();

    /** What stands before the line being typed. */
    String prompt();

    /** Its colour. */
    default Tint tint() {
        return Tint.TITLE;
    }

    /** Whether Python is typed. */
    default boolean python() {
        return false;
    }

    /** Whether a statement is half typed: every line then belongs to it. */
    default boolean halfTyped() {
        return false;
    }

    /** A line that is no command and not empty; in a half typed statement, any line. */
    void enter(String line);

    /** An empty line where going on is not possible yet. */
    void nudge();

    /** Drops a half typed statement. */
    default void drop() {}

    /** Whether an empty line goes on. */
    boolean mayGoOn();

    /** The hints, from where to look to almost the answer. */
    default List<String> hints() {
        return List.of();
    }

    /** Begins again; false where there is nothing to begin again. */
    default boolean restart() {
        return false;
    }

    /** The learner goes elsewhere. */
    default void leave() {}
}
