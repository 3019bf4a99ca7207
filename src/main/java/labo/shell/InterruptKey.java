package labo.shell;

import org.jline.utils.Signals;

/** What Ctrl-C does to this process, outside the prompt. */
public final class InterruptKey {
    private InterruptKey() {}

    /** From now on Ctrl-C runs {@code action} in a thread of its own, and nothing else. */
    public static void does(Runnable action) {
        Signals.register("INT", action);
    }
}
