package labo.machine;

/**
 * Where labs come from: the port that the {@code docker} and {@code local} adapters implement, and that one contract
 * test holds both to.
 */
public interface Labs extends AutoCloseable {
    /** The name of this sandbox in reports: {@code docker} or {@code local}. */
    String sandbox();

    /**
     * Opens a lab of two running machines.
     *
     * @throws LabException if it cannot be opened; nothing is left behind then
     * @throws InterruptedException if the caller's thread is interrupted while it waits; nothing is left behind then
     */
    Lab open() throws LabException, InterruptedException;

    /** Closes all labs that are still open, and gives back what they held. Does not throw. */
    @Override
    void close();
}
