package labo.classroom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of parts, each with its length: no two lists of parts are the same octets. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    Digest add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
        sha256.update(part);
        return this;
    }

    /** The digest of all so far; this object is of no more use. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
