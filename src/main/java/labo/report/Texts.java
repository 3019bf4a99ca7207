package labo.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** The French texts of one room, from its bundle. */
public final class Texts {
    private final ResourceBundle bundle;

    /** @param name the bundle's, such as {@code labo.report.messages} */
    public Texts(String name) {
        bundle = ResourceBundle.getBundle(name, Locale.FRENCH);
    }

    /** The texts of reports. */
    static Texts ofReports() {
        return new Texts("labo.report.messages");
    }

    /** The bundle itself, for a library that asks for one. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** Whether there is a text of that key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of that key, with {@code arguments} put in as {@link String#format} does. */
    public String get(String key, Object... arguments) {
        return String.format(Locale.FRENCH, bundle.getString(key), arguments);
    }

    /** The text of {@code key.one} or of {@code key.many}, as {@code count} asks, which is also its argument. */
    public String count(String key, int count) {
        return get(key + (Math.abs(count) < 2 ? ".one" : ".many"), count);
    }
}
