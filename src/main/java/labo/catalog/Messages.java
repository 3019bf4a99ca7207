package labo.catalog;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The room's French words. */
final class Messages {
    /** The bundle that holds them. */
    static final String BUNDLE = "labo.catalog.messages";

    private Messages() {}

    /** The bundle's key of an enum's constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of {@code key}, with {@code arguments} put in as they are. */
    static String say(String key, Object... arguments) {
        // A pattern formats numbers with thin spaces and dots; a port or a line is to be shown as it is typed.
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}
