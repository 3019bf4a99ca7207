package labo.observe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/** Immutable octets, written as Python writes {@code bytes}. */
public final class Octets {
    /** No octet at all. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The octets of a copy of {@code bytes}. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** The UTF-8 octets of {@code text}. */
    public static Octets utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The octets that {@code base64} stands for.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    public static Octets base64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** All {@code parts}, one after the other. */
    public static Octets join(Collection<Octets> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Octets::length).sum()];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.bytes, 0, all, at, part.length());
            at += part.length();
        }
        return of(all);
    }

    /** How many octets. */
    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** The octets from {@code start}, inclusive, to {@code end}, exclusive. */
    public Octets slice(int start, int end) {
        return of(Arrays.copyOfRange(bytes, start, end));
    }

    /** A copy. */
    public byte[] toArray() {
        return bytes.clone();
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The text, each octet that is not UTF-8 replaced by U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text with one character an octet: what a regular expression over octets sees. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Where {@code part} first stands, or -1. */
    public int indexOf(Octets part) {
        return latin1().indexOf(part.latin1());
    }

    public boolean contains(Octets part) {
        return indexOf(part) >= 0;
    }

    public boolean startsWith(Octets start) {
        return length() >= start.length() && Arrays.equals(bytes, 0, start.length(), start.bytes, 0, start.length());
    }

    /** As Python's {@code repr(bytes)}: {@code b'Salut\n'}. */
    public String python() {
        boolean quoteDouble = contains(utf8("'")) && !contains(utf8("\""));
        char quote = quoteDouble ? '"' : '\'';
        StringBuilder out = new StringBuilder("b").append(quote);
        for (byte octet : bytes) {
            out.append(pythonEscape(octet & 0xFF, quote));
        }
        return out.append(quote).toString();
    }

    private static String pythonEscape(int octet, char quote) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> {
                if (octet == quote) {
                    yield "\\" + quote;
                }
                yield octet >= 0x20 && octet < 0x7F ? String.valueOf((char) octet) : String.format("\\x%02x", octet);
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return python();
    }
}
