package labo.classroom.marks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text file as its program wrote it.
 *
 * @param marked whether a byte order mark stands in front of it
 */
record SheetText(String text, Charset charset, boolean marked) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    static SheetText of(byte[] file) {
        Charset charset = charset(file);
        String text = new String(file, charset);
        boolean marked = text.startsWith(MARK);
        return new SheetText(marked ? text.substring(MARK.length()) : text, charset, marked);
    }

    private static Charset charset(byte[] file) {
        byte[] mark = MARK.getBytes(StandardCharsets.UTF_16LE);
        if (file.length >= mark.length && ByteBuffer.wrap(file, 0, mark.length).equals(ByteBuffer.wrap(mark))) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
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
        return ((marked ? MARK : "") + other).getBytes(charset);
    }
}
