package labo.machine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Octets from one thread to another. Unlike the JDK's piped streams, it does not care which threads live, and wakes the
 * reader at once. The writer waits while too much is under way; either side's end frees the other.
 */
final class Pipe {
    private static final int MOST_UNDER_WAY = 8 << 20;

    private final Queue<byte[]> pieces = new ArrayDeque<>();
    private int underWay;
    private boolean written;
    private boolean abandoned;

    private synchronized void put(byte[] piece) throws IOException {
        if (piece.length == 0) {
            return;
        }
        waitWhile(() -> underWay > MOST_UNDER_WAY);
        if (written || abandoned) {
            throw new IOException("the pipe is closed");
        }
        pieces.add(piece);
        underWay += piece.length;
        notifyAll();
    }

    private synchronized byte @Nullable [] take() throws IOException {
        waitWhile(pieces::isEmpty);
        byte[] piece = abandoned ? null : pieces.poll();
        underWay -= piece == null ? 0 : piece.length;
        notifyAll();
        return piece;
    }

    private synchronized void waitWhile(BooleanSupplier condition) throws IOException {
        try {
            while (condition.getAsBoolean() && !written && !abandoned) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The end of the stream: nothing more comes after what is under way. */
    synchronized void end() {
        written = true;
        notifyAll();
    }

    private synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** Where octets go in; closing it is the end of the stream. */
    OutputStream in() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                put(new byte[] {(byte) octet});
            }

            @Override
            public void write(byte[] octets, int start, int length) throws IOException {
                put(java.util.Arrays.copyOfRange(octets, start, start + length));
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    /** Where they come out. */
    InputStream out() {
        return new InputStream() {
            private byte[] current = {};
            private int next;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int start, int length) throws IOException {
                Objects.checkFromIndexSize(start, length, into.length);
                if (length == 0) {
                    return 0;
                }
                if (next == current.length) {
                    byte[] piece = take();
                    if (piece == null) {
                        return -1;
                    }
                    current = piece;
                    next = 0;
                }
                int count = Math.min(length, current.length - next);
                System.arraycopy(current, next, into, start, count);
                next += count;
                return count;
            }

            @Override
            public void close() {
                abandon();
            }
        };
    }
}
