package labo.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import labo.lesson.OctetMatch;
import labo.lesson.Payload;
import labo.observe.Octets;
import org.jspecify.annotations.Nullable;

/** Names what little is missing: case, accents, spaces, the end of a line. */
public final class NearMiss {
    /** Octets that may be too many, or too few, by spaces and punctuation: beyond, nothing is near. */
    private static final int ROOM = 1_000;

    /** What no text holds: such octets are numbers, and one that is missing is no detail. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\s]]");

    private NearMiss() {}

    /** French: how little is missing, or null if much is. */
    static @Nullable String between(OctetMatch match, Octets actual) {
        return wanted(match)
                .map(payload -> keyOf(payload, actual))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Texts::of)
                .orElse(null);
    }

    /** What the octets may be as a whole. */
    private static Stream<Payload> wanted(OctetMatch match) {
        if (match instanceof OctetMatch.Exact exact) {
            return Stream.of(exact.payload());
        }
        if (match instanceof OctetMatch.OneOf oneOf) {
            return oneOf.payloads().stream();
        }
        return Stream.empty();
    }

    /** Whether the octets are almost the payload: other case, accents, spaces or punctuation at an end. */
    public static boolean isNear(Payload wanted, Octets actual) {
        return keyOf(wanted, actual) != null;
    }

    private static @Nullable String keyOf(Payload wanted, Octets actual) {
        // Before all that takes its time with what may be endless.
        if (actual.length() > 2L * wanted.octets().length + ROOM) {
            return null;
        }
        String expected = Octets.of(wanted.octets()).text();
        String got = actual.text();
        if (got.isBlank() || got.equals(expected)) {
            return null;
        }
        if (got.strip().equals(expected.strip())) {
            return aroundIt(expected, got);
        }
        if (got.equalsIgnoreCase(expected)) {
            return "near.case";
        }
        if (unaccented(got).equals(unaccented(expected))) {
            return "near.accent";
        }
        if (unaccented(got).equalsIgnoreCase(unaccented(expected))) {
            return "near.case-and-accent";
        }
        boolean text = CONTROLS.matcher(got + expected).results().findAny().isEmpty();
        return text && letters(got).equals(letters(expected)) && !letters(got).isEmpty() ? "near.punctuation" : null;
    }

    /** What differs at the ends. */
    private static String aroundIt(String expected, String got) {
        if (got.endsWith("\n") && !expected.endsWith("\n")) {
            return "near.newline";
        }
        return expected.endsWith("\n") && !got.endsWith("\n") ? "near.newline-missing" : "near.space";
    }

    private static String unaccented(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String letters(String text) {
        return unaccented(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
