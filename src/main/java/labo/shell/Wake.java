package labo.shell;

/** Ends the reading of a line from another thread: once, also if it was rung before the reading began. */
final class Wake {
    private final Thread reader;
    private boolean reading;
    private boolean rung;

    /** For what the current thread is about to read. */
    Wake() {
        reader = Thread.currentThread();
    }

    synchronized void ring() {
        rung = true;
        if (reading) {
            reader.interrupt();
        }
    }

    /** The reading begins; false if it need not. */
    synchronized boolean begin() {
        reading = !rung;
        return reading;
    }

    /** The reading is over, however it ended; whether the bell has rung. No interrupt is left behind. */
    synchronized boolean end() {
        reading = false;
        if (rung) {
            Thread.interrupted();
        }
        return rung;
    }
}
