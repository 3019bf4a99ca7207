package labo.machine.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agents' program.
 *
 * @param script its main file
 * @param compiled where Python keeps what it compiled, so that the next start finds it; null: nowhere
 */
record AgentCode(Path script, @Nullable Path compiled) {
    /** The interpreter's arguments that run it, apart from whatever the user's Python is set to. */
    List<String> arguments() {
        return compiled == null
                ? List.of("-I", "-S", "-B", script.toString())
                : List.of("-I", "-S", "-X", "pycache_prefix=" + compiled, script.toString());
    }
}
