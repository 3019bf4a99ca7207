package labo.observe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the learner's source says, read without running it. It explains; nothing is judged by it. */
public record Scan(
        double time,
        List<Named> imports,
        List<Function> functions,
        List<Named> bare,
        List<Invocation> calls,
        List<Handler> handlers,
        List<Assignment> assignments,
        List<Named> constants,
        List<String> shadows,
        boolean onlyDefinitions,
        @Nullable Fault fault)
        implements CodeEvent {

    /** A name, or a short text, and its 1-based line. */
    public record Named(String name, int line) {}

    /** A function that the source defines. */
    public record Function(String name, int line, boolean called) {}

    /** A call as written: {@code conn.sendall} with the source of its arguments. */
    public record Invocation(
            String name,
            int line,
            List<String> arguments,
            boolean inLoop,
            @Nullable String function) {
        public Invocation {
            arguments = List.copyOf(arguments);
        }

        /** The last part of the name: {@code sendall} of {@code conn.sendall}. */
        public String method() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** What stands before the last dot: {@code conn} of {@code conn.sendall}; empty if nothing does. */
        public String receiver() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(0, dot);
        }
    }

    /** An except clause; {@code types} is empty for a bare one. */
    public record Handler(int line, List<String> types, String body, boolean swallows) {
        public Handler {
            types = List.copyOf(types);
        }
    }

    /** The target and the call of an assignment, as written. */
    public record Assignment(String target, String value, int line) {}

    /** Why the source is not Python. */
    public record Fault(
            String message,
            @Nullable Integer line,
            @Nullable Integer offset,
            @Nullable String text) {}

    public Scan {
        imports = List.copyOf(imports);
        functions = List.copyOf(functions);
        bare = List.copyOf(bare);
        calls = List.copyOf(calls);
        handlers = List.copyOf(handlers);
        assignments = List.copyOf(assignments);
        constants = List.copyOf(constants);
        shadows = List.copyOf(shadows);
    }

    @Override
    public String kind() {
        return "scan";
    }

    @Override
    public Map<String, Object> detail() {
        return new Detail()
                .with("onlyDefinitions", onlyDefinitions)
                .with("fault", fault == null ? null : fault.message())
                .map();
    }
}
