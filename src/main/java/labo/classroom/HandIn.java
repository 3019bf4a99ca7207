package labo.classroom;

import java.io.IOException;

/** What one student handed in, read only when it is wanted. */
public interface HandIn {
    Student student();

    /**
     * Reads it anew: no two calls share memory.
     *
     * @throws IOException if the source itself can no longer be read
     */
    Collected collect() throws IOException;
}
