package labo.machine;

/**
 * The lab itself failed: an engine that does not answer, an agent that died, a machine out of reach. Never the
 * learner's fault. The message is for developers; {@link #fault()} names the fault for people.
 */
public final class LabException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What failed, as a key of the French texts. */
    public enum Fault {
        /** No container engine answers. */
        NO_ENGINE,
        /** The machines' image is not there, and may not be built now. */
        NO_IMAGE,
        /** No usable Python on this machine (local sandbox). */
        NO_PYTHON,
        /** The engine's disk is full. */
        DISK_FULL,
        /** No packet passes from one machine to the other. */
        APART,
        /** A machine could not be started. */
        NO_START,
        /** A machine went away, or its agent no longer answers. */
        LOST,
        /** The clock that events are stamped by was set while something was observed. */
        CLOCK,
        /** Another lab on this machine holds what this one needs (local sandbox: the ports). */
        BUSY
    }

    private final Fault fault;

    public LabException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public LabException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What failed. */
    public Fault fault() {
        return fault;
    }
}
