package labo.pages;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as French writes them. */
final class Numbers {
    private static final double MILLIS = 1000.0;

    private Numbers() {}

    static String of(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    /** One digit after the comma. */
    static String rounded(double number) {
        return String.format(Locale.FRENCH, "%.1f", number);
    }

    static double seconds(long millis) {
        return millis / MILLIS;
    }
}
