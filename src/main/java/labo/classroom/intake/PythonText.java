package labo.classroom.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A Python source in an encoding that Python reads. Pure. */
final class PythonText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** PEP 263: one of the first two lines may name another encoding. */
    private static final Pattern DECLARED =
            Pattern.compile("\\A(?:[^\\n]*\\n)?[ \\t\\f]*#[^\\n]*?coding[:=][ \\t]*[-\\w.]+");

    private PythonText() {}

    /** What an editor made of a program. */
    enum Encoding {
        /** Python reads it as it is: UTF-8, or what its coding line names. */
        FINE,
        /** Saved by an older Windows editor, without a coding line. */
        WINDOWS_1252,
        /** Two octets a character: what Windows calls Unicode. */
        UTF_16
    }

    static Encoding encoding(byte[] source) {
        if (begins(source, 0xFF, 0xFE) || begins(source, 0xFE, 0xFF)) {
            return Encoding.UTF_16;
        }
        boolean fine = isUtf8(source)
                || DECLARED.matcher(new String(source, StandardCharsets.ISO_8859_1))
                        .find();
        return fine ? Encoding.FINE : Encoding.WINDOWS_1252;
    }

    private static boolean begins(byte[] source, int first, int second) {
        return source.length >= 2 && source[0] == (byte) first && source[1] == (byte) second;
    }

    /** The same text in an encoding that Python reads without being told. */
    static byte[] readable(byte[] source) {
        return switch (encoding(source)) {
            case FINE -> source;
            case WINDOWS_1252 -> new String(source, WINDOWS).getBytes(StandardCharsets.UTF_8);
            case UTF_16 -> new String(source, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static boolean isUtf8(byte[] source) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
