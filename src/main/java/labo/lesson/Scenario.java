package labo.lesson;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange that is played with the learner's program.
 *
 * @param id unique in its exercise
 * @param title French
 * @param why French: what real networks do that this scenario shows; may be empty
 * @param arguments the program's arguments, as templates
 * @param stdin what the program reads on stdin; null: nothing
 * @param files extra files beside the program, by name
 * @param draw values drawn from the seed
 * @param script what machine B plays
 * @param checks in order
 */
public record Scenario(
        String id,
        String title,
        String why,
        List<String> arguments,
        @Nullable Payload stdin,
        Map<String, Payload> files,
        Map<String, Draw> draw,
        List<ScriptStep> script,
        List<CheckSpec> checks) {
    public Scenario {
        arguments = List.copyOf(arguments);
        files = Map.copyOf(files);
        draw = Map.copyOf(draw);
        script = List.copyOf(script);
        checks = List.copyOf(checks);
    }
}
