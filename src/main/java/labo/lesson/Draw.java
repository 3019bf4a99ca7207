package labo.lesson;

import java.util.List;

/** A value drawn from the seed, so that an answer cannot be canned and a failure can be replayed. */
public sealed interface Draw {
    /** That many French words without accents, separated by spaces. */
    record Words(int count) implements Draw {}

    /** That many printable ASCII characters, letters and digits. */
    record Text(int length) implements Draw {}

    /** That many octets of any value. */
    record RandomOctets(int length) implements Draw {}

    /** That many octets, at least 2, that are not UTF-8. */
    record NotUtf8(int length) implements Draw {}

    /** A whole number, both ends included. */
    record WholeNumber(int from, int to) implements Draw {}

    /** What becomes of other values: nothing is drawn for it. The template names values that are drawn. */
    record Derived(Change change, String template) implements Draw {
        /** What is done with the template's octets. */
        public enum Change {
            /** Their SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits. */
            SHA256,
            /** The ASCII letters among them in upper case. */
            UPPER
        }
    }

    /** One of these. */
    record OneOf(List<String> values) implements Draw {
        public OneOf {
            values = List.copyOf(values);
        }
    }
}
