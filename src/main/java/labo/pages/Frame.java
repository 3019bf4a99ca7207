package labo.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page has in it.
 *
 * @param style CSS
 * @param script JavaScript, the only one that the page's policy lets run
 */
public record Frame(String style, String script) {
    /** The content security policy: nothing from anywhere, and no script but ours, known by its digest. */
    public String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
