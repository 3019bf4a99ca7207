package labo.diagnose;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import labo.lesson.Exercise;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/** Tells a misconception in French: what happened, why, where to look, which lesson. */
final class Narrator {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("labo.diagnose.misconceptions", Locale.FRENCH);

    /**
     * Tells it, in the words of its transport where there are some ({@code id.udp.why}).
     *
     * @param own the exercise's own words for what happened, or null
     */
    Diagnosis tell(
            String id,
            List<String> parameters,
            Exercise.Transport transport,
            @Nullable String own,
            @Nullable CodeLine line,
            @Nullable String text) {
        UnaryOperator<String> part = name -> say(key(id, name, transport), parameters);
        return new Diagnosis(
                id,
                part.apply("title"),
                own == null ? part.apply("happened") : own,
                part.apply("why"),
                part.apply("look"),
                part.apply("lesson"),
                line == null ? null : line.file(),
                line == null ? null : line.line(),
                text);
    }

    private static String key(String id, String part, Exercise.Transport transport) {
        String special = id + "." + transport.name().toLowerCase(Locale.ROOT) + "." + part;
        return BUNDLE.containsKey(special) ? special : id + "." + part;
    }

    private static String say(String key, List<String> parameters) {
        return new MessageFormat(BUNDLE.getString(key), Locale.FRENCH).format(parameters.toArray());
    }
}
