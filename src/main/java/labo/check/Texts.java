package labo.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The French texts of the checks. */
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("labo.check.messages", Locale.FRENCH);

    private Texts() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.FRENCH).format(arguments);
    }

    static String orElse(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : otherwise;
    }
}
