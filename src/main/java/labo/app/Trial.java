package labo.app;

import java.util.List;
import labo.catalog.Finding;
import labo.machine.LabException;

/** A part of the course that is tried on a lab, and what must come of it. */
sealed interface Trial permits ProgramTrial, LiveTrial {
    /** What a finding's place is relative to. */
    enum Folder {
        LESSONS,
        SOLUTIONS
    }

    /**
     * What came of it.
     *
     * @param conclusive whether the lab could tell
     * @param broken what was not as promised; empty where it was not conclusive
     */
    record Outcome(boolean conclusive, List<Promise.Broken> broken) {
        static final Outcome UNKNOWN = new Outcome(false, List.of());

        public Outcome {
            broken = List.copyOf(broken);
        }

        static Outcome of(List<Promise.Broken> broken) {
            return new Outcome(true, broken);
        }

        boolean kept() {
            return conclusive && broken.isEmpty();
        }
    }

    /** The id of the lesson that it belongs to. */
    String lesson();

    /** What {@link #file} is relative to. */
    Folder folder();

    /** Where the promise stands, with {@code /}. */
    String file();

    /**
     * Tries it.
     *
     * @param alone on a machine A that served nobody before
     */
    Outcome run(Rehearsal rehearsal, long seed, boolean alone) throws LabException, InterruptedException;

    /** A finding at a line of its file. */
    default Finding finding(int line, String message) {
        return new Finding(file(), line, message);
    }
}
