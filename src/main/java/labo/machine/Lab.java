package labo.machine;

import labo.observe.Facts;

/** Two running machines that see each other and nothing else. Used by one thread at a time. */
public interface Lab extends AutoCloseable {
    /** What can be observed here, and the two addresses. */
    Facts facts();

    /** The agent of machine A, the learner's. */
    Agent a();

    /** The agent of machine B, the reference. */
    Agent b();

    /**
     * Replaces machine A by a fresh one, where earlier submissions left no trace; machine B is reset. The agents that
     * {@link #a()} gave before are closed.
     *
     * @throws LabException if no fresh machine can be started; the lab is then of no more use
     * @throws InterruptedException if the caller's thread is interrupted while it waits
     */
    void renew() throws LabException, InterruptedException;

    /** Both machines, their network and all that ran there are gone when this returns. Does not throw. */
    @Override
    void close();
}
