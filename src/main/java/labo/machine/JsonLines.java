package labo.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of octets into lines of a bounded length. */
final class JsonLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    JsonLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line that is not empty, without its end; the last one may lack an end.
     *
     * @return an empty array at the end of the stream
     * @throws IOException if the stream fails, or if a line is longer than may be
     */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int newline = newline();
            int stop = newline < 0 ? end : newline;
            line.write(buffer, next, stop - next);
            next = newline < 0 ? end : newline + 1;
            if (line.size() > longest) {
                throw new IOException("a line of more than " + longest + " octets");
            }
            if (newline >= 0 && line.size() > 0) {
                return line.toByteArray();
            }
        }
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        next = 0;
        end = in.read(buffer);
        return end > 0;
    }

    private int newline() {
        for (int at = next; at < end; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
