package labo.check;

import java.text.Normalizer;
import java.util.Locale;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.Octets;
import org.jspecify.annotations.Nullable;

/** Names what little is missing: case, accents, spaces, the end of a line. */
public final class NearMiss {
    private NearMiss() {}

    /** French: how little is missing, or null if much is. */
    static @Nullable String between(OctetMatch match, Octets actual) {
        if (match instanceof OctetMatch.Exact exact) {
            String key = keyOf(exact.payload(), actual);
            return key == null ? null : Texts.of(key);
        }
        return null;
    }

    /** Whether the octets are almost the payload: other case, accents, spaces or punctuation at an end. */
    public static boolean isNear(Payload wanted, Octets actual) {
        return keyOf(wanted, actual) != null;
    }

    private static @Nullable String keyOf(Payload wanted, Octets actual) {
        String expected = Octets.of(wanted.octets()).text();
        String got = actual.text();
        if (got.isEmpty() || got.equals(expected)) {
            return null;
        }
        if (got.strip().equals(expected.strip())) {
            return got.endsWith("\n") && !expected.endsWith("\n") ? "near.newline" : "near.space";
        }
        if (got.equalsIgnoreCase(expected)) {
            return "near.case";
        }
        if (plain(got).equals(plain(expected))) {
            return "near.accent";
        }
        return letters(got).equals(letters(expected)) && !letters(got).isEmpty() ? "near.punctuation" : null;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return plain(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
