package labo.diagnose;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/** Tells a misconception in French: what happened, why, where to look, which lesson. */
final class Narrator {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("labo.diagnose.misconceptions", Locale.FRENCH);

    /**
     * Tells it.
     *
     * @param own the exercise's own words for what happened, or null
     */
    Diagnosis tell(
            String id, List<String> parameters, @Nullable String own, @Nullable CodeLine line, @Nullable String text) {
        return new Diagnosis(
                id,
                say(id + ".title", parameters),
                own == null ? say(id + ".happened", parameters) : own,
                say(id + ".why", parameters),
                say(id + ".look", parameters),
                say(id + ".lesson", parameters),
                line == null ? null : line.file(),
                line == null ? null : line.line(),
                text);
    }

    private static String say(String key, List<String> parameters) {
        return new MessageFormat(BUNDLE.getString(key), Locale.FRENCH).format(parameters.toArray());
    }
}
