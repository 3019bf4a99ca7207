package labo.machine;

import java.util.List;
import java.util.Map;
import labo.lesson.Limits;
import labo.observe.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A program to run on machine A.
 *
 * @param main the name of the file to run
 * @param files all files by name, relative to the learner's folder
 * @param arguments the command line's arguments
 * @param stdin what it reads on stdin; null: end of input at once
 * @param limits what it may use
 */
public record Program(
        String main,
        Map<String, Octets> files,
        List<String> arguments,
        @Nullable Octets stdin,
        Limits limits) {
    public Program {
        files = Map.copyOf(files);
        arguments = List.copyOf(arguments);
    }
}
