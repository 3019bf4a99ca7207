package labo.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the observation of a scenario came to its end.
 *
 * @param how in which way
 * @param waits what the program's threads were waiting in then; empty if it had ended, or where nobody can tell
 */
public record Ending(How how, List<Wait> waits) {
    /** The ways. */
    public enum How {
        /** The program ended by itself, or was ended for a limit that it hit. */
        EXITED,
        /** Machine B had done all its part, and the program waits for what no longer comes. */
        WAITING,
        /** Neither machine could go on: each waited for the other. */
        STUCK,
        /** The time that the lab grants was up. */
        DEADLINE
    }

    /**
     * One thread's wait.
     *
     * @param call {@code accept recv send connect poll futex sleep child read write signal running unknown}
     * @param fd the descriptor it waits on, if it waits on one
     * @param bounded whether it would have ended by itself
     */
    public record Wait(String call, @Nullable Integer fd, boolean bounded) {}

    public Ending {
        waits = List.copyOf(waits);
    }

    /** An ending without waits. */
    public static Ending of(How how) {
        return new Ending(how, List.of());
    }

    public boolean is(How wanted) {
        return how == wanted;
    }

    /** Whether a thread waits in that call. */
    public boolean waitsIn(String call) {
        return waits.stream().anyMatch(wait -> wait.call().equals(call));
    }
}
