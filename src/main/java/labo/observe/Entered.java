package labo.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The learner's program has begun a call that may block.
 *
 * @param method the Python method ({@code accept})
 * @param thread the kernel's thread number, in machine A
 */
public record Entered(
        double time,
        String method,
        int thread,
        @Nullable Integer fd,
        @Nullable CodeLine line) implements CodeEvent {
    @Override
    public String kind() {
        return "entered";
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail().with("method", method).with("fd", fd).map();
    }
}
