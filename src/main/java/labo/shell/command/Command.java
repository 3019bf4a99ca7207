package labo.shell.command;

import java.util.List;
import labo.shell.Desk;

/** Something that the learner can ask for. Its help is the text {@code command.NAME}. */
interface Command {
    /** Its name, without the slash. */
    String name();

    /**
     * Does it.
     *
     * @param argument what was typed behind the name, without spaces around; may be empty
     */
    void run(Desk desk, String argument);

    /** Whether it may be asked for while a statement waits: it only looks, and leaves the page as it is. */
    default boolean looks() {
        return false;
    }

    /** What the argument can be. */
    default List<String> arguments(Desk desk) {
        return List.of();
    }
}
