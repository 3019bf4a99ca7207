package labo.classroom.marks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text file as its program wrote it.
 *
 * @param mark the byte order mark in front of it, or nothing
 */
record SheetText(String text, Charset charset, byte[] mark) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE = {(byte) 0xFF, (byte) 0xFE};

    static SheetText of(byte[] file) {
        if (begins(file, UTF_8)) {
            return after(file, UTF_8, StandardCharsets.UTF_8);
        }
        if (begins(file, UTF_16LE)) {
            return after(file, UTF_16LE, StandardCharsets.UTF_16LE);
        }
        return after(file, new byte[0], isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS);
    }

    private static SheetText after(byte[] file, byte[] mark, Charset charset) {
        return new SheetText(new String(file, mark.length, file.length - mark.length, charset), charset, mark);
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length
                && ByteBuffer.wrap(file, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Another text, written in the same way. */
    byte[] encoded(String other) {
        byte[] octets = other.getBytes(charset);
        return ByteBuffer.allocate(mark.length + octets.length)
                .put(mark)
                .put(octets)
                .array();
    }
}
