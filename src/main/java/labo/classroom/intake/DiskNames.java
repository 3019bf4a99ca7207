package labo.classroom.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Names as the disk has them, whatever the locale: a path's own text loses the octets that are not of the locale's
 * encoding, so that two students would share one name. Its URI keeps them.
 */
final class DiskNames {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEX = 16;

    private final int skipped;

    /** @param top the folder that names start from, which must exist */
    DiskNames(Path top) {
        this.skipped = top.toUri().getRawPath().length();
    }

    /** The names that lead from the top to {@code file}, with {@code /} between. */
    String path(Path file) {
        String raw = file.toUri().getRawPath();
        String inside = raw.substring(skipped, raw.endsWith("/") ? raw.length() - 1 : raw.length());
        byte[] octets = octets(inside);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(octets, WINDOWS);
        }
    }

    /** What percent signs stand for (RFC 3986, 2.1). */
    private static byte[] octets(String raw) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                octets.write(Integer.parseInt(raw.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                octets.write(raw.charAt(i));
            }
        }
        return octets.toByteArray();
    }
}
