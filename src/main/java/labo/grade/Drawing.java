package labo.grade;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import labo.lesson.Draw;
import labo.observe.Octets;

/** Draws values. The same generator state gives the same value. */
final class Drawing {
    private static final String[] WORDS = {
        "abricot", "boussole", "caramel", "domino", "escargot", "fanfare", "girafe", "hublot", "igloo", "jonquille",
        "kayak", "lanterne", "marmotte", "nuage", "orchidee", "parapluie", "quenelle", "radis", "saxophone", "tambour",
        "ukulele", "valise", "wagon", "xylophone", "yaourt", "zigzag", "biscuit", "citron", "dragon", "etoile"
    };
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Drawing() {}

    static Octets draw(Draw draw, Random random) {
        if (draw instanceof Draw.Words words) {
            return Octets.utf8(IntStream.range(0, words.count())
                    .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                    .collect(Collectors.joining(" ")));
        }
        if (draw instanceof Draw.Text text) {
            return Octets.utf8(IntStream.range(0, text.length())
                    .mapToObj(i -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                    .collect(Collectors.joining()));
        }
        if (draw instanceof Draw.RandomOctets octets) {
            return random(octets.length(), random);
        }
        if (draw instanceof Draw.NotUtf8 notUtf8) {
            return notUtf8(notUtf8.length(), random);
        }
        if (draw instanceof Draw.WholeNumber number) {
            return Octets.utf8(String.valueOf(number.from() + random.nextInt(number.to() - number.from() + 1)));
        }
        Draw.OneOf oneOf = (Draw.OneOf) draw;
        return Octets.utf8(oneOf.values().get(random.nextInt(oneOf.values().size())));
    }

    static Octets change(Draw.Derived.Change change, Octets octets) {
        return switch (change) {
            case SHA256 -> Octets.utf8(sha256(octets.toArray()));
            case UPPER -> upper(octets.toArray());
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    private static Octets upper(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] >= 'a' && changed[i] <= 'z') {
                changed[i] = (byte) (changed[i] - 'a' + 'A');
            }
        }
        return Octets.of(changed);
    }

    private static Octets random(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    /** 0xFF never stands in UTF-8 (RFC 3629, section 1). */
    private static Octets notUtf8(int length, Random random) {
        byte[] bytes = random(length, random).toArray();
        bytes[0] = (byte) 0xFF;
        bytes[length - 1] = (byte) 0xFE;
        return Octets.of(bytes);
    }
}
