package labo.diagnose;

import java.util.List;
import labo.observe.Call;
import labo.observe.CodeLine;
import org.jspecify.annotations.Nullable;

/**
 * A misconception found.
 *
 * @param time when it first did harm, on the timeline's clock: of several, the earliest stopped the program
 * @param line where in the learner's files, or null
 * @param parameters what its French text names
 */
public record Finding(double time, @Nullable CodeLine line, List<String> parameters) {
    public Finding {
        parameters = List.copyOf(parameters);
    }

    /** At that moment and place. */
    static Finding at(double time, @Nullable CodeLine line, String... parameters) {
        return new Finding(time, line, List.of(parameters));
    }

    /** When and where that call was made. */
    static Finding at(Call call, String... parameters) {
        return at(call.start(), call.line(), parameters);
    }

    /** When and where that fault was raised. */
    static Finding at(Fault fault, String... parameters) {
        return at(fault.time(), fault.line(), parameters);
    }
}
