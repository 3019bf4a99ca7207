package labo.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Python exception that nobody caught.
 *
 * @param exception its class ({@code TypeError})
 * @param message its text, as Python gives it
 * @param text the source line, if known
 */
public record Raised(
        double time,
        String exception,
        String message,
        @Nullable CodeLine line,
        @Nullable String text) implements CodeEvent {
    @Override
    public String kind() {
        return "exception";
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("exception", exception)
                .with("message", message)
                .with("text", text)
                .map();
    }
}
